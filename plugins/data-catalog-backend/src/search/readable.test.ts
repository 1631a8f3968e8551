import { mockServices } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { searchQuerySchema } from '@suido/backstage-plugin-data-catalog-common';
import type { Tier } from '@suido/vocabulary';
import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  addDatasets,
  forgetDatasets,
  type Given,
} from '../__testUtils__/searchableDatasets';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from '../database/openDatabase';
import type { DatasetFilter } from '../permissions/datasetResource';
import { SearchService } from './SearchService';

const { databases, describeEach } = createTestDatabases();
const OWNERS = ['group:default/x', 'group:default/y'];
const DOMAINS = ['sales', 'crm'];
const TIERS: Tier[] = [1, 2, 3, 4];
const WORDS = ['order', 'orders', 'customer', '売上', '売上集計', 'country'];

const filter: fc.Arbitrary<DatasetFilter> = fc.oneof(
  fc.record({
    property: fc.constant('owner' as const),
    oneOf: fc.subarray(OWNERS),
  }),
  fc.record({
    property: fc.constant('domain' as const),
    oneOf: fc.subarray(DOMAINS),
  }),
  fc.record({
    property: fc.constant('tier' as const),
    below: fc.constantFrom(...TIERS),
  }),
);
const criteria: fc.Arbitrary<PermissionCriteria<DatasetFilter>> = fc.oneof(
  filter,
  fc.tuple(filter, filter).map(([a, b]) => ({ anyOf: [a, b] as const })),
  fc.tuple(filter, filter).map(([a, b]) => ({ allOf: [a, b] as const })),
  filter.map(not => ({ not })),
) as fc.Arbitrary<PermissionCriteria<DatasetFilter>>;

const words = fc.array(fc.constantFrom(...WORDS), {
  minLength: 1,
  maxLength: 2,
});
const datasets: fc.Arbitrary<Given[]> = fc.array(
  fc
    .record({
      words,
      columns: words,
      owner: fc.option(fc.constantFrom(...OWNERS), { nil: undefined }),
      domain: fc.option(fc.constantFrom(...DOMAINS), { nil: undefined }),
      tier: fc.constantFrom(...TIERS),
    })
    .map(each => ({
      name: `a.${each.words.join('_')}`,
      columns: [...new Set(each.columns)].map(name => ({ name })),
      domain: each.domain,
      owner:
        each.owner === undefined
          ? undefined
          : { ref: each.owner, label: each.owner, isPersonal: false },
      tier: each.tier,
    })),
  { minLength: 1, maxLength: 8 },
);
const query = fc.record({
  q: fc.constantFrom(
    ...['', 'o', 'order', 'ordre', 'costumer', 'order country', '売', '売上'],
    ...['売上集型', '顧客', 'cus ord', 'contry', 'nothing'],
  ),
  kind: fc.constantFrom(undefined, 'column' as const, 'dataset' as const),
});

function allows(
  given: Given,
  criterion: PermissionCriteria<DatasetFilter>,
): boolean {
  if ('anyOf' in criterion) {
    return criterion.anyOf.some(each => allows(given, each));
  }
  if ('allOf' in criterion) {
    return criterion.allOf.every(each => allows(given, each));
  }
  if ('not' in criterion) {
    return !allows(given, criterion.not);
  }
  if (criterion.property === 'tier') {
    return (given.tier ?? 2) < criterion.below;
  }
  const value =
    criterion.property === 'owner' ? given.owner?.ref : given.domain;
  return value !== undefined && criterion.oneOf.includes(value);
}

describeEach('searching with permissions', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
  });

  it('answers as if only what somebody may read were there', async () => {
    const service = new SearchService(knex);
    await fc.assert(
      fc.asyncProperty(
        datasets,
        criteria,
        fc.array(query, { minLength: 1, maxLength: 3 }),
        async (given, readable, queries) => {
          await knex('datasets').delete();
          await knex.raw(
            'truncate search_columns, search_column_texts, search_words',
          );
          const distinct = [
            ...new Map(given.map(each => [each.name, each])).values(),
          ];
          const stored = await addDatasets(knex, distinct);
          const asked = queries.map(each => searchQuerySchema.parse(each));
          const narrowed = [];
          for (const each of asked) {
            narrowed.push(await service.search(each, readable));
          }
          const hidden = stored.filter(
            (_, index) => !allows(distinct[index], readable),
          );
          await forgetDatasets(knex, hidden);
          for (const [index, each] of asked.entries()) {
            expect(narrowed[index]).toEqual(await service.search(each, 'all'));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
