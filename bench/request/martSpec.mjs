const TARGET = 'data-platform';

/**
 * Makes specs of the mart that the guides ask for: orders by store and day.
 *
 * @param {import('./Person.mjs').Person} person
 * @returns {Promise<(name: string, words?: string) => object>}
 */
export async function readMartSpec(person) {
  const { items } = await person.call(
    'GET',
    `/data-requests/v1/targets/${TARGET}/datasets`,
  );
  const orders = items.find(({ name }) =>
    name.endsWith('int_orders_with_totals'),
  );
  const taken = (column, role, more = {}) => ({
    role,
    name: column,
    source: 'orders',
    column,
    definition: { en: `The ${column} of the order.` },
    ...more,
  });
  return (name, words = 'How much does each store sell a day?') => ({
    kind: 'data-mart',
    version: 2,
    target: TARGET,
    name,
    question: words,
    purpose: `The weekly meeting of the sales team plans with ${name}.`,
    definition: { en: `Net sales of each store and day, for ${name}.` },
    sources: [{ alias: 'orders', dataset: orders.key }],
    joins: [],
    filters: [],
    columns: [
      taken('ordered_on', 'dimension'),
      taken('store_id', 'dimension'),
      taken('net_amount', 'measure', { aggregation: 'sum' }),
    ],
    grain: ['ordered_on', 'store_id'],
    tests: [{ kind: 'not-null', column: 'net_amount' }],
    updateFrequency: 'daily',
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 2,
    consumers: [],
    // Many marts of one kind are what a load is made of.
    differences: [],
  });
}
