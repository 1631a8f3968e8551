import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { decideDataCatalog } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { loadDatasetResources } from '../database/loadDatasetResources';
import { datasetRules } from '../permissions/rules';
import { PEOPLE } from './people';

/** Who of the tests stands behind the credentials. */
function personBehind(credentials: BackstageCredentials) {
  const { principal } = credentials as BackstageCredentials<{
    userEntityRef?: string;
  }>;
  return Object.values(PEOPLE).find(
    person => person.userEntityRef === principal.userEntityRef,
  );
}

/** The groups of the test's people. */
export const testUserInfo: UserInfoService = {
  async getUserInfo(credentials) {
    const person = personBehind(credentials);
    if (!person) {
      throw new Error('Not one of the test people');
    }
    const { userEntityRef, ownershipEntityRefs } = person;
    return { userEntityRef, ownershipEntityRefs };
  },
};

/** The suite's own decisions, with conditions applied as the framework does. */
export function policyPermissions(knex: Knex): PermissionsService {
  const rules = new Map(datasetRules.map(rule => [rule.name, rule]));
  const isMet = createConditionAuthorizer({
    getRuleByName: name => rules.get(name)!,
  });
  const decide = (
    permission: Permission,
    credentials: BackstageCredentials,
  ): PolicyDecision => {
    const person = personBehind(credentials);
    return (
      decideDataCatalog(permission, {
        userEntityRef: person?.userEntityRef ?? '',
        ownershipEntityRefs: person?.ownershipEntityRefs ?? [],
        roles: person?.roles ?? new Set(),
      }) ?? { result: AuthorizeResult.DENY }
    );
  };
  return {
    async authorize(requests, { credentials }) {
      return Promise.all(
        requests.map(async ({ permission, resourceRef }) => {
          const decision = decide(permission, credentials);
          if (decision.result !== AuthorizeResult.CONDITIONAL) {
            return decision;
          }
          const [resource] = await loadDatasetResources(knex, [resourceRef!]);
          return {
            result: isMet(decision, resource)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          };
        }),
      );
    },
    async authorizeConditional(requests, { credentials }) {
      return requests.map(({ permission }) => decide(permission, credentials));
    },
  };
}
