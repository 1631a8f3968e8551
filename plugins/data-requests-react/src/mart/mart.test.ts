import {
  emptyMartSpec,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { shopDatasets } from '../__testUtils__/sampleData';
import { addColumn, renameColumn, withColumns } from './columns';
import { stepOfField } from './fieldStep';
import {
  normaliseIdentifier,
  suggestMartName,
  tidyIdentifier,
  uniqueName,
} from './names';
import { searchDatasets } from './searchDatasets';
import { addSource, removeSource, renameSource } from './sources';
import { toggleTest } from './tests';
import { lowestTierOf } from './tiers';

const [orders, stores] = shopDatasets;

function specOfBoth(): MartSpec {
  const one = addSource(emptyMartSpec('t'), orders, shopDatasets);
  return addSource(one, stores, shopDatasets);
}

function column(name: string) {
  const found = orders.columns.find(candidate => candidate.name === name);
  if (!found) {
    throw new Error(name);
  }
  return found;
}

describe('names', () => {
  it.each([
    ['Net Sales', 'net_sales'],
    ['ＮＥＴ　ｓａｌｅｓ２', 'net_sales2'],
    ['__2nd--Try__', 'nd_try'],
    ['売上 amount', 'amount'],
    ['売上', ''],
  ])('%s is %s', (text, name) => {
    expect(normaliseIdentifier(text)).toBe(name);
  });

  it('never empties a field', () => {
    expect(tidyIdentifier(' 売上 ')).toBe('売上');
  });

  it.each([
    ['How much do we sell per day?', '^(fct|dim)_[a-z_]+$', 'fct_sell_day'],
    ['How much do we sell per day?', '^mart_[a-z_]+$', 'mart_sell_day'],
    ['How much do we sell per day?', '(', 'sell_day'],
    ['売上はいくらですか', '^fct_', undefined],
    ['What is it?', '^fct_', undefined],
  ])('%s by %s is %s', (question, pattern, name) => {
    expect(suggestMartName(question, pattern)).toBe(name);
  });

  it('numbers a name that is taken', () => {
    expect(uniqueName('a', ['a', 'a_2'])).toBe('a_3');
  });
});

describe('sources', () => {
  it('are joined by their same-named identifiers', () => {
    expect(specOfBoth().joins).toEqual([
      {
        source: 'stores',
        type: 'left',
        on: [
          {
            leftSource: 'orders',
            leftColumn: 'store_id',
            rightColumn: 'store_id',
          },
        ],
      },
    ]);
  });

  it('take along all that was taken from them', () => {
    const spec = renameSource(
      addColumn(specOfBoth(), 'orders', column('amount')),
      'orders',
      'sales',
    );
    expect(spec.columns).toMatchObject([{ source: 'sales' }]);
    expect(spec.joins[0].on[0].leftSource).toBe('sales');
    expect(removeSource(spec, 'sales')).toMatchObject({
      sources: [{ alias: 'stores' }],
      joins: [],
      columns: [],
    });
  });

  it('are found in both languages, folded', () => {
    const names = (query: string) =>
      searchDatasets(shopDatasets, query).map(({ name }) => name);
    expect(names('ＰＲＥＦＥＣＴＵＲＥ')).toEqual(['stg_stores']);
    expect(names('店舗ごと')).toEqual(['stg_stores']);
    expect(names('stores order')).toEqual([]);
    expect(names('')).toHaveLength(2);
  });
});

describe('columns', () => {
  it('get the role that their type suggests, and the grain follows', () => {
    let spec = specOfBoth();
    for (const name of ['store_id', 'ordered_on', 'amount', 'order_id']) {
      spec = addColumn(spec, 'orders', column(name));
    }
    expect(spec.columns.map(({ role }) => role)).toEqual([
      'dimension',
      'dimension',
      'measure',
      'dimension',
    ]);
    expect(spec.grain).toEqual(['store_id', 'ordered_on', 'order_id']);
  });

  it('leave a grain alone that the author chose', () => {
    const spec = addColumn(specOfBoth(), 'orders', column('store_id'));
    const chosen = { ...spec, grain: ['store_id'] };
    const more = addColumn(chosen, 'orders', column('ordered_on'));
    expect(more.grain).toEqual(['store_id']);
  });

  it('turn details into dimensions beside a measure', () => {
    const spec = addColumn(specOfBoth(), 'orders', column('store_id'));
    const detail = withColumns(spec, [
      {
        role: 'detail',
        name: 'store_id',
        definition: {},
        source: 'orders',
        column: 'store_id',
      },
    ]);
    expect(addColumn(detail, 'orders', column('amount')).columns).toMatchObject(
      [{ role: 'dimension' }, { role: 'measure' }],
    );
  });

  it('are renamed in grain, tests and calculations', () => {
    let spec = addColumn(specOfBoth(), 'orders', column('store_id'));
    spec = addColumn(spec, 'orders', column('amount'));
    spec = toggleTest(spec, 'not-null', 'store_id');
    spec = withColumns(spec, [
      ...spec.columns,
      {
        role: 'derived',
        name: 'half',
        definition: {},
        calculation: {
          kind: 'arithmetic',
          operation: 'divide',
          left: { kind: 'column', name: 'amount' },
          right: { kind: 'number', value: 2 },
        },
      },
    ]);
    const renamed = renameColumn(renameColumn(spec, 0, 'shop'), 1, 'sales');
    expect(renamed).toMatchObject({
      grain: ['shop'],
      tests: [{ column: 'shop' }],
      columns: [{}, {}, { calculation: { left: { name: 'sales' } } }],
    });
  });

  it('lift the tier of the mart to their own', () => {
    const spec = addColumn(specOfBoth(), 'orders', column('email'));
    expect(spec.tier).toBe(4);
    expect(lowestTierOf(spec, shopDatasets)).toBe(4);
    expect(lowestTierOf(specOfBoth(), shopDatasets)).toBe(1);
  });

  it('take their tests away with them', () => {
    const spec = toggleTest(
      addColumn(specOfBoth(), 'orders', column('store_id')),
      'unique',
      'store_id',
    );
    expect(withColumns(spec, []).tests).toEqual([]);
    expect(toggleTest(spec, 'unique', 'store_id').tests).toEqual([]);
  });
});

it.each([
  ['name', 'what'],
  ['joins.0.on', 'data'],
  ['columns.2.name', 'rows'],
  ['columns.2.definition', 'meaning'],
  ['tests.0.values', 'meaning'],
])('the field %s is on the step %s', (field, step) => {
  expect(stepOfField(field)).toBe(step);
});
