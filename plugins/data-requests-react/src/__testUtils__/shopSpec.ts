import {
  emptyMartSpec,
  type MartCalculation,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { shopDatasets } from './sampleData';

const [orders] = shopDatasets;

/** A mart of daily sales per store, with columns of every type. */
export function shopSpec(over: Partial<MartSpec> = {}): MartSpec {
  return {
    ...emptyMartSpec('data-platform'),
    name: 'fct_daily_sales',
    question: 'How much does each store sell per day?',
    sources: [{ alias: 'orders', dataset: orders.key }],
    columns: [
      dimension('store_id', '店舗ID'),
      dimension('ordered_on', '注文日'),
      dimension('status', '注文の状態'),
      dimension('shipped_at', '出荷日時'),
      {
        role: 'measure',
        name: 'net_amount',
        definition: {},
        source: 'orders',
        column: 'amount',
        aggregation: 'sum',
      },
      {
        role: 'measure',
        name: 'orders',
        definition: {},
        source: 'orders',
        aggregation: 'count',
      },
    ],
    grain: ['store_id', 'ordered_on'],
    ...over,
  };
}

export function derived(
  name: string,
  calculation: MartCalculation,
): MartColumn {
  return { role: 'derived', name, definition: {}, calculation };
}

function dimension(name: string, ja: string): MartColumn {
  return {
    role: 'dimension',
    name,
    definition: { ja },
    source: 'orders',
    column: name,
  };
}
