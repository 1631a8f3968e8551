import type {
  ColumnType,
  MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { dailySales } from '../evaluation/__testUtils__/retailRepository';
import { compareColumns } from './compareColumns';

const { columns, sources } = dailySales();
const [month, store, sales, count, average] = columns;
const compared = (
  list: readonly MartColumn[],
  types: Record<string, ColumnType> = {},
) => ({
  spec: { sources, columns: [...list] },
  types: new Map(Object.entries(types)),
});

describe('compareColumns', () => {
  it('tells what came, went, and is made otherwise', () => {
    const summed: MartColumn = {
      ...sales,
      role: 'measure',
      aggregation: 'average',
      source: 'orders',
      column: 'amount',
    };
    expect(
      compareColumns(
        compared([month, store, sales, count], {
          store_id: 'text',
          net_sales: 'decimal',
          order_count: 'integer',
        }),
        compared([store, average, summed, month], {
          store_id: 'text',
          net_sales: 'decimal',
          average_order_value: 'decimal',
        }),
      ),
    ).toEqual([
      { name: 'average_order_value', change: 'added', to: 'decimal' },
      {
        name: 'net_sales',
        change: 'recalculated',
        from: 'decimal',
        to: 'decimal',
      },
      { name: 'order_count', change: 'removed', from: 'integer' },
    ]);
  });

  it('tells another type, where both are known', () => {
    const whole = { ...month, timeGrain: undefined };
    expect(
      compareColumns(
        compared([month], { sales_month: 'date' }),
        compared([whole], { sales_month: 'timestamp' }),
      ),
    ).toEqual([
      { name: 'sales_month', change: 'retyped', from: 'date', to: 'timestamp' },
    ]);
    expect(
      compareColumns(compared([month]), compared([{ ...month, ...whole }])),
    ).toEqual([{ name: 'sales_month', change: 'recalculated' }]);
  });

  it('says nothing of a definition, an order, or another alias', () => {
    const renamed = {
      spec: {
        sources: [{ ...sources[0], alias: 'o' }, sources[1]],
        columns: columns.map(column =>
          'source' in column ? { ...column, source: 'o' } : column,
        ),
      },
      types: new Map(),
    };
    expect(compareColumns(compared(columns), renamed)).toEqual([]);
    const reworded = columns.map(column => ({
      ...column,
      definition: { en: 'Other words' },
    }));
    expect(
      compareColumns(compared(columns), compared(reworded.reverse())),
    ).toEqual([]);
  });
});
