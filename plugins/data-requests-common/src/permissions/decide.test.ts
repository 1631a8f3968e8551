import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { Role } from '@suido/vocabulary';
import { decideDataRequests } from './decide';
import {
  dataRequestsPermissions,
  requestCreatePermission,
  requestMergePermission,
  requestReadPermission,
  requestReviewPermission,
  requestUpdatePermission,
} from './permissions';

function decide(
  permission: (typeof dataRequestsPermissions)[number],
  ...roles: Role[]
) {
  return decideDataRequests(permission, {
    userEntityRef: 'user:default/hanako.sato',
    ownershipEntityRefs: ['user:default/hanako.sato', 'group:default/sales'],
    roles: new Set(roles),
  });
}

describe('decideDataRequests', () => {
  it('leaves permissions of others to others', () => {
    expect(
      decideDataRequests(
        createPermission({ name: 'catalog.entity.read', attributes: {} }),
        {
          userEntityRef: 'user:x/y',
          ownershipEntityRefs: [],
          roles: new Set(),
        },
      ),
    ).toBeUndefined();
  });

  it('denies everything to whoever has no role', () => {
    for (const permission of dataRequestsPermissions) {
      expect(decide(permission)).toEqual({ result: AuthorizeResult.DENY });
    }
  });

  it('shows a member what is below the masked tiers, theirs, or their groups', () => {
    expect(decide(requestCreatePermission, 'member')).toEqual({
      result: AuthorizeResult.ALLOW,
    });
    expect(decide(requestReadPermission, 'member')).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          { rule: 'IS_BELOW_TIER', params: { tier: 3 } },
          {
            rule: 'IS_REQUESTER',
            params: { user: 'user:default/hanako.sato' },
          },
          {
            rule: 'IS_OWNED_BY',
            params: {
              groups: ['user:default/hanako.sato', 'group:default/sales'],
            },
          },
        ],
      },
    });
    for (const permission of [
      requestReviewPermission,
      requestMergePermission,
    ]) {
      expect(decide(permission, 'member')).toMatchObject({
        conditions: { rule: 'IS_OWNED_BY' },
      });
    }
  });

  it('lets data engineers review and merge all, and nobody change what others ask', () => {
    for (const permission of [
      requestReadPermission,
      requestReviewPermission,
      requestMergePermission,
    ]) {
      expect(decide(permission, 'member', 'data-engineer')).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
    expect(decide(requestUpdatePermission, 'data-engineer')).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { rule: 'IS_REQUESTER' },
    });
  });
});
