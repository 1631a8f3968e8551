import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { decideDataCatalog } from '@suido/backstage-plugin-data-catalog-common';
import { decideDataRequests } from '@suido/backstage-plugin-data-requests-common';
import type { PolicySubject } from '@suido/vocabulary';
import { decidePortal } from './decidePortal';
import { rolesOf, type RoleGroups } from './roles';

/**
 * The policy of the demo app: it only composes the decisions of the `-common`
 * packages, so that a company with a policy of its own can do the same.
 *
 * @remarks
 * Whoever is not signed in gets nothing. What no fragment decides is allowed
 * to people with a role when it is a read, and denied otherwise.
 */
export class SuidoPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #roleGroups: RoleGroups;

  constructor(options: { userInfo: UserInfoService; roleGroups: RoleGroups }) {
    this.#userInfo = options.userInfo;
    this.#roleGroups = options.roleGroups;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const subject = await this.#subject(user);
    return (
      decideDataRequests(permission, subject) ??
      decideDataCatalog(permission, subject) ??
      decidePortal(permission, subject)
    );
  }

  async #subject(user: PolicyQueryUser): Promise<PolicySubject> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(user.credentials);
    return {
      userEntityRef,
      ownershipEntityRefs,
      roles: rolesOf(ownershipEntityRefs, this.#roleGroups),
    };
  }
}
