const TARGET = 'data-platform';
const SOURCE = 'int_order_items_enriched';
const DIMENSIONS = [
  'ordered_on',
  'store_id',
  'product_id',
  'category',
  'campaign_id',
  'customer_id',
  'order_id',
  'order_item_id',
];
const MEASURES = [
  'net_amount',
  'gross_amount',
  'quantity',
  'discount_amount',
  'cost_amount',
  'gross_profit',
];

/**
 * Makes specs of marts on the lines of orders. No two of them have the same
 * rows, so none is a likely duplicate of another.
 *
 * @param {import('./Person.mjs').Person} person
 * @returns {Promise<(index: number, name: string, more?: string) => object>}
 */
export async function readMartSpec(person) {
  const { items } = await person.call(
    'GET',
    `/data-requests/v1/targets/${TARGET}/datasets`,
  );
  const { key } = items.find(({ name }) => name.endsWith(SOURCE));
  const all = grains();
  return (index, name, more = '') => {
    const grain = all[index];
    const measure = measureOf(grain);
    return {
      kind: 'data-mart',
      version: 2,
      target: TARGET,
      name,
      question: `What is the ${measure} by ${grain.join(' and ')}?${more}`,
      purpose: `Meeting ${index} plans with it.`,
      definition: { en: `${measure} of each ${grain.join(', ')}.` },
      sources: [{ alias: 'lines', dataset: key }],
      joins: [],
      filters: [],
      columns: [
        ...grain.map(column => taken(column, 'dimension')),
        taken(measure, 'measure', { aggregation: 'sum' }),
      ],
      grain,
      tests: [{ kind: 'not-null', column: measure }],
      updateFrequency: 'daily',
      owner: 'group:default/sales',
      domain: 'sales',
      tier: 2,
      consumers: [],
      differences: [],
    };
  };
}

function taken(column, role, more = {}) {
  return {
    role,
    name: column,
    source: 'lines',
    column,
    definition: { en: `The ${column} of the line.` },
    ...more,
  };
}

/** Another one than the marts have whose rows this one's rows divide. */
function measureOf(grain) {
  const sum = grain.reduce((at, name) => at + DIMENSIONS.indexOf(name), 0);
  const coarser = grain
    .filter(() => grain.length > 2)
    .map(left => measureOf(grain.filter(name => name !== left)));
  const free = MEASURES.filter(measure => !coarser.includes(measure));
  return free[sum % free.length];
}

/** Every two and every three of the dimensions. */
function grains() {
  const pairs = DIMENSIONS.flatMap((first, index) =>
    DIMENSIONS.slice(index + 1).map(second => [first, second]),
  );
  const triples = pairs.flatMap(pair =>
    DIMENSIONS.slice(DIMENSIONS.indexOf(pair[1]) + 1).map(third => [
      ...pair,
      third,
    ]),
  );
  return [...pairs, ...triples];
}
