import { NotFoundError } from '@backstage/errors';
import type {
  SampleSource,
  SampleTable,
} from '@suido/backstage-plugin-data-requests-node';

type Column = SampleTable['columns'][number];

const TABLES: Record<string, Column[]> = {
  'retail.staging.stg_orders': [
    column('store_id', 'text', ['S01', 'S01', "S'02"]),
    column('status', 'text', ['completed', 'returned', 'completed']),
    column('ordered_at', 'timestamp', [
      '2026-11-01 09:00:00',
      '2026-11-02 10:00:00',
      '2026-11-03 11:00:00',
    ]),
    column('ordered_on', 'date', ['2026-11-01', '2026-11-02', '2026-11-03']),
    column('amount', 'decimal', ['1200.00', '300.50', '80.00']),
  ],
  'retail.staging.stg_stores': [column('store_id', 'text', ['S01', "S'02"])],
};

/**
 * Rows of the small retail project. A mart is there from its deployment on.
 * @param deployed - names of datasets that the warehouse has besides
 */
export function retailSamples(deployed: ReadonlySet<string>): SampleSource {
  return {
    accepts: namespace => namespace === 'duckdb://demo',
    revision: async ({ name }) =>
      name in TABLES || deployed.has(name) ? 'r1' : undefined,
    async sample({ name }, columns) {
      const table = TABLES[name];
      if (!table) {
        throw new NotFoundError(`No table '${name}'`);
      }
      return {
        revision: 'r1',
        rowCount: table[0].values.length,
        columns: columns.map(wanted => {
          const found = table.find(each => each.name === wanted);
          if (!found) {
            throw new NotFoundError(`No column '${wanted}' in '${name}'`);
          }
          return found;
        }),
      };
    },
  };
}

function column(
  name: string,
  type: Column['type'],
  values: Column['values'],
): Column {
  return { name, type, masked: false, values };
}
