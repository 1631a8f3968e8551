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
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { Readable } from './Readable';

/**
 * Asks the permission framework about one type of resource; only a clear ALLOW
 * passes.
 * @public
 */
export class PermissionGate<TFilter, TResourceType extends string> {
  readonly #permissions: PermissionsService;
  readonly #readPermission: ResourcePermission<TResourceType>;
  readonly #toFilter: ConditionTransformer<TFilter>;

  private constructor(
    permissions: PermissionsService,
    readPermission: ResourcePermission<TResourceType>,
    toFilter: ConditionTransformer<TFilter>,
  ) {
    this.#permissions = permissions;
    this.#readPermission = readPermission;
    this.#toFilter = toFilter;
  }

  /** The rules must be registered before. */
  static create<TResource, TFilter, TResourceType extends string>(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    resourceRef: PermissionResourceRef<TResource, TFilter, TResourceType>;
    readPermission: ResourcePermission<TResourceType>;
  }): PermissionGate<TFilter, TResourceType> {
    return new PermissionGate(
      options.permissions,
      options.readPermission,
      createConditionTransformer(
        options.permissionsRegistry.getPermissionRuleset(options.resourceRef),
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
    id: string,
    permission: ResourcePermission<TResourceType>,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [isAllowed] = await this.allows(id, [permission], credentials);
    if (!isAllowed) {
      throw refused(permission.name);
    }
  }

  /** Which of the permissions hold on a resource, in their order. */
  async allows(
    id: string,
    permissions: readonly ResourcePermission<TResourceType>[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      permissions.map(permission => ({ permission, resourceRef: id })),
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
  ): Promise<'all' | PermissionCriteria<TFilter>> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: this.#readPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) {
      return 'all';
    }
    if (decision.result === AuthorizeResult.CONDITIONAL) {
      return this.#toFilter(decision.conditions);
    }
    throw refused(this.#readPermission.name);
  }

  /**
   * What may be read for an answer in which these resources are only a part:
   * whoever may read none gets the rest of it.
   */
  async readableOrNone(
    credentials: BackstageCredentials,
  ): Promise<Readable<TFilter>> {
    try {
      return await this.readable(credentials);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotAllowedError') {
        return 'none';
      }
      throw error;
    }
  }
}

function refused(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You do not have the permission '${permission}' for this; ask the administrators of the portal for it.`,
  );
}
