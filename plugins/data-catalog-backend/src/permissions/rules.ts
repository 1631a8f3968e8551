import { createPermissionRule } from '@backstage/plugin-permission-node';
import { DATASET_RULES } from '@suido/backstage-plugin-data-catalog-common';
import { tierSchema } from '@suido/vocabulary';
import { z } from 'zod';
import { datasetResourceRef } from './datasetResource';

/** The dataset belongs to one of the groups. */
export const isOwnedByRule = createPermissionRule({
  name: DATASET_RULES.isOwnedBy,
  description: 'Allow datasets that one of these groups owns',
  resourceRef: datasetResourceRef,
  paramsSchema: z.object({
    groups: z.array(z.string()).describe('Entity refs of groups'),
  }),
  apply: ({ owner }, { groups }) =>
    owner !== undefined && groups.includes(owner),
  toQuery: ({ groups }) => ({ property: 'owner', oneOf: groups }),
});

/** The dataset is of one of the domains. */
export const isInDomainRule = createPermissionRule({
  name: DATASET_RULES.isInDomain,
  description: 'Allow datasets of these domains',
  resourceRef: datasetResourceRef,
  paramsSchema: z.object({
    domains: z.array(z.string()).describe('Names of domains'),
  }),
  apply: ({ domain }, { domains }) =>
    domain !== undefined && domains.includes(domain),
  toQuery: ({ domains }) => ({ property: 'domain', oneOf: domains }),
});

/** The dataset is less sensitive than the tier. */
export const isBelowTierRule = createPermissionRule({
  name: DATASET_RULES.isBelowTier,
  description: 'Allow datasets of a lower sensitivity tier',
  resourceRef: datasetResourceRef,
  paramsSchema: z.object({ tier: tierSchema.describe('1 to 4') }),
  apply: (dataset, { tier }) => dataset.tier < tier,
  toQuery: ({ tier }) => ({ property: 'tier', below: tier }),
});

/** All rules that datasets can be filtered by. */
export const datasetRules = [isOwnedByRule, isInDomainRule, isBelowTierRule];
