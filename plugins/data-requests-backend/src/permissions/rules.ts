import { createPermissionRule } from '@backstage/plugin-permission-node';
import { REQUEST_RULES } from '@suido/backstage-plugin-data-requests-common';
import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { requestResourceRef } from './requestResource';

/** The request was made by the user. */
export const isRequesterRule = createPermissionRule({
  name: REQUEST_RULES.isRequester,
  description: 'Allow requests that this user made',
  resourceRef: requestResourceRef,
  paramsSchema: z.object({
    user: z.string().describe('Entity ref of the user'),
  }),
  apply: (request, { user }) => request.requester === user,
  toQuery: ({ user }) => ({ property: 'requester', oneOf: [user] }),
});

/** What the request makes belongs to one of the groups. */
export const isOwnedByRule = createPermissionRule({
  name: REQUEST_RULES.isOwnedBy,
  description: 'Allow requests whose dataset one of these groups owns',
  resourceRef: requestResourceRef,
  paramsSchema: z.object({
    groups: z.array(z.string()).describe('Entity refs of groups'),
  }),
  apply: (request, { groups }) => groups.includes(request.owner),
  toQuery: ({ groups }) => ({ property: 'owner', oneOf: groups }),
});

/** The request is less sensitive than the tier. */
export const isBelowTierRule = createPermissionRule({
  name: REQUEST_RULES.isBelowTier,
  description: 'Allow requests of a lower sensitivity tier',
  resourceRef: requestResourceRef,
  paramsSchema: z.object({ tier: tierSchema.describe('1 to 4') }),
  apply: (request, { tier }) => request.tier < tier,
  toQuery: ({ tier }) => ({ property: 'tier', below: tier }),
});

/** All rules that requests can be filtered by. */
export const requestRules = [isRequesterRule, isOwnedByRule, isBelowTierRule];
