import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';

/** A mart that is there and very alike. */
export function aDuplicate(over: Partial<Duplicate> = {}): Duplicate {
  return {
    subject: 'dataset:fct-store-sales-0123456789',
    kind: 'dataset',
    name: 'fct_store_sales',
    description: { en: 'Sales per store and day', ja: '店舗・日別の売上' },
    owner: 'group:default/sales',
    score: 0.82,
    reasons: [
      { en: 'Reads the same datasets.', ja: '同じデータを使っています。' },
    ],
    ...over,
  };
}
