import {
  AuthorizeResult,
  type Permission,
  type PermissionCriteria,
  type PermissionCondition,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { MASKED_FROM_TIER, type PolicySubject } from '@suido/vocabulary';
import {
  DATA_REQUEST_RESOURCE_TYPE,
  dataRequestsPermissions,
  requestCreatePermission,
  requestReadPermission,
  requestUpdatePermission,
} from './permissions';

/** Names of the rules that requests can be filtered by. @public */
export const REQUEST_RULES = {
  isRequester: 'IS_REQUESTER',
  isOwnedBy: 'IS_OWNED_BY',
  isBelowTier: 'IS_BELOW_TIER',
} as const;

/**
 * What the suite decides about a permission of data-requests; `undefined` for
 * a permission that is not one of them.
 *
 * @remarks
 * Whoever has a role may ask. Data engineers see, review and merge
 * everything; others see requests below the masked tiers, their own, and those
 * of their groups. Only a requester changes a request. Four eyes and
 * CODEOWNERS are not decided here: no policy can switch them off.
 * @public
 */
export function decideDataRequests(
  permission: Permission,
  subject: PolicySubject,
): PolicyDecision | undefined {
  if (!dataRequestsPermissions.some(own => own.name === permission.name)) {
    return undefined;
  }
  if (subject.roles.size === 0) {
    return { result: AuthorizeResult.DENY };
  }
  if (permission.name === requestCreatePermission.name) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (permission.name === requestUpdatePermission.name) {
    return conditional(isRequester(subject));
  }
  if (subject.roles.has('data-engineer')) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (permission.name === requestReadPermission.name) {
    return conditional({
      anyOf: [
        condition(REQUEST_RULES.isBelowTier, { tier: MASKED_FROM_TIER }),
        isRequester(subject),
        condition(REQUEST_RULES.isOwnedBy, {
          groups: [...subject.ownershipEntityRefs],
        }),
      ],
    });
  }
  return conditional(
    condition(REQUEST_RULES.isOwnedBy, {
      groups: [...subject.ownershipEntityRefs],
    }),
  );
}

type Condition = PermissionCondition<typeof DATA_REQUEST_RESOURCE_TYPE>;

function isRequester(subject: PolicySubject): Condition {
  return condition(REQUEST_RULES.isRequester, { user: subject.userEntityRef });
}

function condition(rule: string, params: Condition['params']): Condition {
  return { resourceType: DATA_REQUEST_RESOURCE_TYPE, rule, params };
}

function conditional(
  conditions: PermissionCriteria<Condition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'data-requests',
    resourceType: DATA_REQUEST_RESOURCE_TYPE,
    conditions,
  };
}
