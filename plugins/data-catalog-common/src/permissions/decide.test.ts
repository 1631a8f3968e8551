import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { Role } from '@suido/vocabulary';
import { decideDataCatalog } from './decide';
import {
  dataCatalogPermissions,
  datasetReadPermission,
  datasetUpdatePermission,
  sourceManagePermission,
  sourceReadPermission,
} from './permissions';

const GROUPS = ['user:default/hanako.sato', 'group:default/sales'];
const ALLOW = { result: AuthorizeResult.ALLOW };
const DENY = { result: AuthorizeResult.DENY };

function decide(
  permission: Parameters<typeof decideDataCatalog>[0],
  ...roles: Role[]
) {
  return decideDataCatalog(permission, {
    userEntityRef: 'user:default/hanako.sato',
    ownershipEntityRefs: GROUPS,
    roles: new Set(roles),
  });
}

describe('decideDataCatalog', () => {
  it('leaves permissions of others to others', () => {
    const other = createPermission({
      name: 'catalog.entity.read',
      attributes: {},
    });
    expect(decide(other, 'data-engineer')).toBeUndefined();
  });

  it('denies everything to whoever has no role', () => {
    for (const permission of dataCatalogPermissions) {
      expect(decide(permission)).toEqual(DENY);
    }
  });

  it('shows a member all but the most sensitive, and lets them edit what is theirs', () => {
    expect(decide(datasetReadPermission, 'member')).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'data-catalog',
      conditions: {
        anyOf: [
          { rule: 'IS_BELOW_TIER', params: { tier: 4 } },
          { rule: 'IS_OWNED_BY', params: { groups: GROUPS } },
        ],
      },
    });
    expect(decide(datasetUpdatePermission, 'leadership')).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { rule: 'IS_OWNED_BY', params: { groups: GROUPS } },
    });
    expect(decide(sourceReadPermission, 'team-lead')).toEqual(ALLOW);
    expect(decide(sourceManagePermission, 'team-lead')).toEqual(DENY);
  });

  it('lets data engineers do all of it', () => {
    for (const permission of dataCatalogPermissions) {
      expect(decide(permission, 'member', 'data-engineer')).toEqual(ALLOW);
    }
  });
});
