import {
  AuthorizeResult,
  type Permission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { MASKED_FROM_TIER, type PolicySubject } from '@suido/vocabulary';
import {
  dataCatalogPermissions,
  DATASET_RESOURCE_TYPE,
  datasetReadPermission,
  datasetUpdatePermission,
  sourceReadPermission,
} from './permissions';

/** Names of the rules that datasets can be filtered by. @public */
export const DATASET_RULES = {
  isOwnedBy: 'IS_OWNED_BY',
  isInDomain: 'IS_IN_DOMAIN',
  isBelowTier: 'IS_BELOW_TIER',
} as const;

/** The most sensitive tier: even its name is for its owners. */
const HIDDEN_FROM_TIER = MASKED_FROM_TIER + 1;

/**
 * What the suite decides about a permission of data-catalog; `undefined` for a
 * permission that is not one of them.
 *
 * @remarks
 * Whoever has a role sees every dataset below the most sensitive tier and
 * those of their groups, and edits those of their groups. Data engineers see
 * and edit all and manage sources.
 * @public
 */
export function decideDataCatalog(
  permission: Permission,
  subject: PolicySubject,
): PolicyDecision | undefined {
  if (!dataCatalogPermissions.some(own => own.name === permission.name)) {
    return undefined;
  }
  if (subject.roles.size === 0) {
    return { result: AuthorizeResult.DENY };
  }
  if (
    subject.roles.has('data-engineer') ||
    permission.name === sourceReadPermission.name
  ) {
    return { result: AuthorizeResult.ALLOW };
  }
  const isOwned = condition(DATASET_RULES.isOwnedBy, {
    groups: [...subject.ownershipEntityRefs],
  });
  switch (permission.name) {
    case datasetReadPermission.name:
      return conditional({
        anyOf: [
          condition(DATASET_RULES.isBelowTier, { tier: HIDDEN_FROM_TIER }),
          isOwned,
        ],
      });
    case datasetUpdatePermission.name:
      return conditional(isOwned);
    default:
      return { result: AuthorizeResult.DENY };
  }
}

type Condition = PermissionCondition<typeof DATASET_RESOURCE_TYPE>;

function condition(rule: string, params: Condition['params']): Condition {
  return { resourceType: DATASET_RESOURCE_TYPE, rule, params };
}

function conditional(
  conditions: PermissionCriteria<Condition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'data-catalog',
    resourceType: DATASET_RESOURCE_TYPE,
    conditions,
  };
}
