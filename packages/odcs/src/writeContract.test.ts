import fc from 'fast-check';
import {
  CLASSIFICATION_TIERS,
  contractDatasets,
  readContract,
  writeContract,
  type ContractDataset,
} from '.';

/** What reading a written contract gives. */
function readBack(yaml: string): ContractDataset[] {
  const read = readContract(yaml);
  if (read.kind !== 'contract' || read.problems.length > 0) {
    throw new Error(`${JSON.stringify(read)}\n${yaml}`);
  }
  const { datasets, problems } = contractDatasets(read.contract, {
    namespaces: new Map(),
    tiers: CLASSIFICATION_TIERS,
  });
  expect(problems).toEqual([]);
  return JSON.parse(JSON.stringify(datasets));
}

/** Anything that YAML might take for something else. */
const word = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      'yes',
      '=',
      '<<',
      'a\u2028key: value',
      'a\\\u0085key: value',
      'a\r\u0001\u007f\ufeffb',
      'null',
      '~',
      '1.0',
      '2026-01-01',
      '0o17',
      '- a: b',
      '{{ x }}',
      '<script>',
      "it's # not: a comment",
      '*alias',
      '!!js/function',
      'line\nbreak',
      '"quoted"',
      '売上',
    ),
  )
  .map(text => text.trim())
  .filter(text => text !== '');

const english = fc
  .string({ minLength: 1, maxLength: 40 })
  .map(text => text.trim())
  .filter(text => text !== '');
const japanese = english.map(text => `の${text}`);
const authored = fc.oneof(
  fc.record({ en: english }),
  fc.record({ ja: japanese }),
  fc.record({ en: english, ja: japanese }),
);
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map(text => text.trim().replaceAll('.', '_'))
  .filter(text => text !== '');
const id = fc.record({
  namespace: fc.constantFrom(
    'bigquery',
    'postgres://db.test:5432',
    'postgres://db.test',
    'snowflake://acme',
    'duckdb://demo',
    's3://bucket',
    'odd',
  ),
  name: fc
    .array(name, { minLength: 1, maxLength: 4 })
    .map(parts => parts.join('.')),
});
const tier = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const owner = fc.oneof(
  fc.record({ ref: name.map(each => `group:default/${each}`.toLowerCase()) }),
  fc.record({
    ref: fc.constant('user:default/x'),
    name: english,
    email: fc.constant('x@acme.test'),
  }),
  fc.record({ name: fc.constantFrom('Sales team', '営業部') }),
  fc.record({ email: fc.constant('a@acme.test') }),
);
const some = <T>(value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined });

const dataset: fc.Arbitrary<ContractDataset> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 6 })
  .chain(names =>
    fc.record({
      id,
      type: some(fc.constantFrom('table' as const, 'seed' as const)),
      layer: some(fc.constant('mart' as const)),
      domain: some(word),
      dataProduct: some(word),
      tags: some(words),
      owners: some(fc.array(owner, { minLength: 1, maxLength: 3 })),
      stewards: some(fc.array(owner, { minLength: 1, maxLength: 2 })),
      purpose: some(word),
      updateFrequency: some(
        fc.constantFrom(
          ...(['hourly', 'daily', 'weekly', 'monthly', 'on-demand'] as const),
        ),
      ),
      definition: some(authored),
      tier: some(tier),
      lifecycle: fc.record({
        state: fc.constantFrom(
          ...(['proposed', 'active', 'deprecated'] as const),
        ),
        successor: some(id),
        until: some(fc.constant('2026-02-28')),
      }),
      columns: fc
        .tuple(
          ...names.map(each =>
            fc.record({
              name: fc.constant(each),
              type: some(word),
              isNullable: some(fc.constant(false)),
              definition: some(authored),
              tier: some(tier),
              tags: some(words),
            }),
          ),
        )
        .chain(columns =>
          fc
            .boolean()
            .map(hasField =>
              hasField
                ? [
                    ...columns,
                    { name: `${names.at(-1)}.inner`, type: 'int' },
                    { name: `${names.at(-1)}.inner.deep`, isNullable: true },
                  ]
                : columns,
            ),
        ),
      primaryKey: some(fc.shuffledSubarray(names, { minLength: 1 })),
      foreignKeys: some(
        fc.array(
          fc.record({
            columns: fc.constant([names[0]]),
            references: id,
            referencedColumns: fc.constant(['x.y']),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      partitioning: some(
        fc.record({
          columns: fc.shuffledSubarray(names, { minLength: 1 }),
          by: some(word),
        }),
      ),
      tests: fc.constant([
        { name: 'rowCount', severity: 'warn' as const },
        { name: 'unique_together', columns: [names[0], `${names[0]}x`] },
        { name: 'not null', columns: [names[0]], severity: 'error' as const },
      ]),
    }),
  );

describe('writeContract', () => {
  it('writes what reads as the same dataset', () => {
    fc.assert(
      fc.property(dataset, told => {
        const yaml = writeContract(told);
        expect(readBack(yaml)).toEqual([JSON.parse(JSON.stringify(told))]);
        // Line breaks of YAML 1.1, which could begin a key
        expect(yaml).not.toMatch(/[\r\u0085\u2028\u2029]/);
      }),
    );
  });

  it('is a contract that people can read', () => {
    expect(
      writeContract(
        {
          id: {
            namespace: 'postgres://db.test:5432',
            name: 'shop.marts.fct_sales',
          },
          type: 'table',
          owners: [{ ref: 'group:default/sales' }],
          purpose: '日々の売上を見る',
          updateFrequency: 'daily',
          definition: { en: 'Sales per day', ja: '日別の売上' },
          columns: [{ name: 'id', type: 'bigint', isNullable: false, tier: 3 }],
          primaryKey: ['id'],
        },
        { version: '2.0.0' },
      ),
    ).toMatchInlineSnapshot(`
      "apiVersion: v3.1.0
      kind: DataContract
      id: fct-sales-d4766f47a1
      name: fct_sales
      version: 2.0.0
      status: active
      description:
        purpose: 日々の売上を見る
      servers:
        - server: postgres
          type: postgres
          host: db.test
          port: 5432
          database: shop
          schema: marts
      schema:
        - name: fct_sales
          physicalName: fct_sales
          physicalType: table
          description: Sales per day
          properties:
            - name: id
              physicalType: bigint
              required: true
              primaryKey: true
              primaryKeyPosition: 1
              classification: confidential
          customProperties:
            - property: suido
              value:
                dataset:
                  namespace: postgres://db.test:5432
                  name: shop.marts.fct_sales
                type: table
                descriptionJa: 日別の売上
      team:
        members:
          - username: group:default/sales
            role: owner
      slaProperties:
        - property: frequency
          value: 1
          unit: d
      "
    `);
  });
});
