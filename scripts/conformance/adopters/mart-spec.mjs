import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Name of the mart that {@link budgetSpec} asks for. */
export const MART_NAME = 'mart_channel_budgets';
/** Group that owns it; the adopter's catalog has to know it. */
export const OWNER = 'group:default/marketing';

/**
 * A finished spec, on top of the empty one of the installed package.
 *
 * @param {string} target folder of the portal
 * @param {string} campaigns key of the dataset of campaigns
 */
export function budgetSpec(target, campaigns) {
  const require = createRequire(join(target, 'packages/backend/package.json'));
  const {
    emptyMartSpec,
  } = require('@suido/backstage-plugin-data-requests-common');
  return {
    ...emptyMartSpec('data-platform'),
    name: MART_NAME,
    question: 'How much may each channel spend?',
    purpose: 'Budget meeting of the marketing team',
    definition: { en: 'Budget per channel.', ja: '媒体ごとの予算です。' },
    sources: [{ alias: 'campaigns', dataset: campaigns }],
    columns: [
      {
        role: 'dimension',
        name: 'channel',
        definition: { en: 'Channel.', ja: '媒体です。' },
        source: 'campaigns',
        column: 'channel',
      },
      {
        role: 'measure',
        name: 'total_budget',
        definition: { en: 'Sum of budgets in yen.', ja: '予算の合計です。' },
        aggregation: 'sum',
        source: 'campaigns',
        column: 'budget_amount',
      },
    ],
    grain: ['channel'],
    owner: OWNER,
    domain: 'marketing',
  };
}
