import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { Tier } from '@suido/vocabulary';
import fc from 'fast-check';
import { newRequest } from '../__testUtils__/storedRequest';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import type { RequestFilter } from '../permissions/requestResource';
import { requestRules } from '../permissions/rules';
import { listRequests } from './listRequests';
import { openDatabase } from './openDatabase';
import { RequestStore } from './RequestStore';
import type { StoredRequest } from './StoredRequest';

const { databases, describeEach } = createTestDatabases();

const rules = new Map(requestRules.map(rule => [rule.name, rule]));
const ruleset = { getRuleByName: (name: string) => rules.get(name)! };
const USERS = ['user:default/a', 'user:default/b'];
const GROUPS = ['group:default/x', 'group:default/y'];
const TIERS: Tier[] = [1, 2, 3, 4];

const leaf = fc
  .oneof(
    fc.record({
      rule: fc.constant('IS_REQUESTER'),
      params: fc.record({ user: fc.constantFrom(...USERS) }),
    }),
    fc.record({
      rule: fc.constant('IS_OWNED_BY'),
      params: fc.record({ groups: fc.subarray(GROUPS) }),
    }),
    fc.record({
      rule: fc.constant('IS_BELOW_TIER'),
      params: fc.record({ tier: fc.constantFrom(...TIERS) }),
    }),
  )
  .map(each => ({ ...each, resourceType: 'data-request' as const }));
const { criteria } = fc.letrec<{
  criteria: PermissionCriteria<PermissionCondition<'data-request'>>;
}>(tie => {
  const many = fc.tuple(tie('criteria'), tie('criteria'));
  return {
    criteria: fc.oneof(
      { maxDepth: 3 },
      leaf,
      many.map(([a, b]) => ({ anyOf: [a, b] as const })),
      many.map(([a, b]) => ({ allOf: [a, b] as const })),
      tie('criteria').map(not => ({ not })),
    ) as fc.Arbitrary<PermissionCriteria<PermissionCondition<'data-request'>>>,
  };
});

describeEach('applyRequestFilter', databaseId => {
  it('shows in lists exactly what the rules allow one by one', async () => {
    const knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    const store = new RequestStore(knex);
    const requests: StoredRequest[] = [];
    for (const requester of USERS) {
      for (const owner of GROUPS) {
        for (const tier of TIERS) {
          const id = `R${requests.length}`;
          const stored = await store.insert(
            newRequest(id, { requester, owner, tier, datasetKey: id }),
          );
          requests.push(stored!);
        }
      }
    }
    expect(new Set(requests.map(request => request.number)).size).toBe(16);
    const isAllowed = createConditionAuthorizer(ruleset);
    const toFilter = createConditionTransformer<RequestFilter>(ruleset);
    await fc.assert(
      fc.asyncProperty(criteria, async conditions => {
        const { items } = await listRequests(knex, {
          view: 'all',
          limit: 100,
          allowed: toFilter(conditions),
        });
        const decision: ConditionalPolicyDecision = {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'data-requests',
          resourceType: 'data-request',
          conditions,
        };
        expect(items.map(item => item.id).sort()).toEqual(
          requests
            .filter(request => isAllowed(decision, request))
            .map(request => request.id)
            .sort(),
        );
      }),
    );
  });
});
