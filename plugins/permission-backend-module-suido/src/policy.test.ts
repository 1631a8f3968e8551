import { ConfigReader } from '@backstage/config';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import {
  requestCreatePermission,
  requestMergePermission,
  requestReadPermission,
  requestUpdatePermission,
} from '@suido/backstage-plugin-data-requests-common';
import { readRoleGroups, rolesOf } from './roles';
import { SuidoPermissionPolicy } from './SuidoPermissionPolicy';

const roleGroups = readRoleGroups(
  new ConfigReader({
    suido: {
      roles: {
        'data-engineer': ['group:default/data-engineering'],
        member: ['group:default/minato-shoten'],
      },
    },
  }),
);

function policyFor(...groups: string[]) {
  const ownershipEntityRefs = ['user:default/mock', ...groups];
  return new SuidoPermissionPolicy({
    roleGroups,
    userInfo: mockServices.userInfo({ ownershipEntityRefs }),
  });
}

const credentials = mockCredentials.user();
const user = {
  credentials,
  info: { userEntityRef: 'user:default/mock', ownershipEntityRefs: [] },
};
const stock = (name: string, action: 'read' | 'create' | 'delete') =>
  createPermission({ name, attributes: { action } });

describe('SuidoPermissionPolicy', () => {
  it('gives nothing to whoever is not signed in or has no role', async () => {
    const anybody = await policyFor('group:default/minato-shoten').handle({
      permission: requestCreatePermission,
    });
    expect(anybody.result).toBe(AuthorizeResult.DENY);
    for (const permission of [
      requestCreatePermission,
      requestReadPermission,
      stock('catalog.entity.read', 'read'),
    ]) {
      const { result } = await policyFor('group:default/guests').handle(
        { permission },
        user,
      );
      expect(result).toBe(AuthorizeResult.DENY);
    }
  });

  it('lets a member ask, see and change what is theirs, and no more', async () => {
    const policy = policyFor('group:default/minato-shoten');
    expect(
      (await policy.handle({ permission: requestCreatePermission }, user))
        .result,
    ).toBe(AuthorizeResult.ALLOW);
    for (const permission of [
      requestReadPermission,
      requestUpdatePermission,
      requestMergePermission,
    ]) {
      expect(await policy.handle({ permission }, user)).toMatchObject({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'data-requests',
        resourceType: 'data-request',
      });
    }
    for (const permission of [
      stock('scaffolder.template.dry-run', 'read'),
      stock('catalog.entity.delete', 'delete'),
      stock('catalog.location.create', 'create'),
      stock('unheard.of', 'create'),
    ]) {
      expect((await policy.handle({ permission }, user)).result).toBe(
        AuthorizeResult.DENY,
      );
    }
    expect(
      await policy.handle(
        { permission: stock('scaffolder.task.read', 'read') },
        user,
      ),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/mock'] },
      },
    });
  });

  it('lets a data engineer review and merge, but not change what others ask', async () => {
    const policy = policyFor('Group:default/Data-Engineering');
    expect(
      (await policy.handle({ permission: requestMergePermission }, user))
        .result,
    ).toBe(AuthorizeResult.ALLOW);
    expect(
      (await policy.handle({ permission: requestUpdatePermission }, user))
        .result,
    ).toBe(AuthorizeResult.CONDITIONAL);
    expect(
      (
        await policy.handle(
          { permission: stock('scaffolder.template.dry-run', 'read') },
          user,
        )
      ).result,
    ).toBe(AuthorizeResult.DENY);
  });
});

describe('roles', () => {
  it('refuses a role that does not exist, by name', () => {
    expect(() =>
      readRoleGroups(new ConfigReader({ suido: { roles: { king: [] } } })),
    ).toThrow(/suido\.roles\.king/);
    expect(readRoleGroups(new ConfigReader({})).size).toBe(0);
    expect(rolesOf([], roleGroups).size).toBe(0);
  });
});
