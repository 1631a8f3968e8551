import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCriteria,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type ConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  requestReadPermission,
  type DATA_REQUEST_RESOURCE_TYPE,
} from '@suido/backstage-plugin-data-requests-common';
import {
  requestResourceRef,
  type RequestFilter,
} from '../permissions/requestResource';

type RequestPermission = ResourcePermission<typeof DATA_REQUEST_RESOURCE_TYPE>;

/** Asks the permission framework; only a clear ALLOW passes. */
export class PermissionGate {
  readonly #permissions: PermissionsService;
  readonly #toFilter: ConditionTransformer<RequestFilter>;

  private constructor(
    permissions: PermissionsService,
    toFilter: ConditionTransformer<RequestFilter>,
  ) {
    this.#permissions = permissions;
    this.#toFilter = toFilter;
  }

  /** The rules must be registered before. */
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): PermissionGate {
    return new PermissionGate(
      options.permissions,
      createConditionTransformer(
        options.permissionsRegistry.getPermissionRuleset(requestResourceRef),
      ),
    );
  }

  /** @throws `NotAllowedError` that names the permission */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw refused(permission.name);
    }
  }

  /** @throws `NotAllowedError` that names the permission */
  async requireOn(
    requestId: string,
    permission: RequestPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [isAllowed] = await this.allows(requestId, [permission], credentials);
    if (!isAllowed) {
      throw refused(permission.name);
    }
  }

  /** Which of the permissions hold on a request, in their order. */
  async allows(
    requestId: string,
    permissions: readonly RequestPermission[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      permissions.map(permission => ({ permission, resourceRef: requestId })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  /**
   * What a list may show: `all`, or the rows that match the filter.
   * @throws `NotAllowedError` where that is nothing at all
   */
  async readable(
    credentials: BackstageCredentials,
  ): Promise<'all' | PermissionCriteria<RequestFilter>> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: requestReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return 'all';
    }
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#toFilter(decision.conditions);
    }
    throw refused(requestReadPermission.name);
  }
}

function refused(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You do not have the permission '${permission}' for this; ask the administrators of the portal for it.`,
  );
}
