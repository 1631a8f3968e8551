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
import { decideDataRequests } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { RequestStore } from '../database/RequestStore';
import { requestRules } from '../permissions/rules';
import { PEOPLE } from './people';

/** Who of the tests stands behind the credentials. */
function personBehind(credentials: BackstageCredentials) {
  const { principal } = credentials as BackstageCredentials<{
    userEntityRef?: string;
  }>;
  return Object.values(PEOPLE).find(
    person => person.actor.userEntityRef === principal.userEntityRef,
  );
}

/** The groups of the test's people. */
export const testUserInfo: UserInfoService = {
  async getUserInfo(credentials) {
    const person = personBehind(credentials);
    if (!person) {
      throw new Error('Not one of the test people');
    }
    const { userEntityRef, ownershipEntityRefs } = person.actor;
    return { userEntityRef, ownershipEntityRefs: [...ownershipEntityRefs] };
  },
};

/** The suite's own decisions, with conditions applied as the framework does. */
export function policyPermissions(knex: Knex): PermissionsService {
  const store = new RequestStore(knex);
  const rules = new Map(requestRules.map(rule => [rule.name, rule]));
  const isMet = createConditionAuthorizer({
    getRuleByName: name => rules.get(name)!,
  });
  const decide = (
    permission: Permission,
    credentials: BackstageCredentials,
  ): PolicyDecision => {
    const person = personBehind(credentials);
    return (
      decideDataRequests(permission, {
        userEntityRef: person?.actor.userEntityRef ?? '',
        ownershipEntityRefs: person?.actor.ownershipEntityRefs ?? [],
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
          const resource = await store.get(resourceRef!);
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
