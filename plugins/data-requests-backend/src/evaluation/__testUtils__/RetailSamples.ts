import { NotFoundError } from '@backstage/errors';
import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import type {
  SampleSource,
  SampleTable,
} from '@suido/backstage-plugin-data-requests-node';
import type { DatasetId } from '@suido/vocabulary';

type Rows = Readonly<Record<string, readonly SampleValue[]>>;

const TABLES: Readonly<Record<string, Rows>> = {
  'retail.staging.stg_orders': {
    order_id: ['O1', 'O2', 'O3', 'O4'],
    store_id: ['S01', 'S01', 'S02', 'S02'],
    status: ['completed', 'completed', 'returned', "cancel'ed"],
    ordered_at: [
      '2026-01-05T09:00:00',
      '2026-01-31T23:59:59',
      '2026-02-01T00:00:00',
      '2026-02-03T10:00:00',
    ],
    ordered_on: ['2026-01-05', '2026-01-31', '2026-02-01', '2026-02-03'],
    amount: ['10.50', '20.00', '-3.00', '7.25'],
    discount_rate: [0, 0.1, null, 0.5],
    item_count: [1, 2, 3, null],
    is_gift: [true, false, null, true],
    payload: ['{}', null, '7', '8'],
    備考: ['ギフト', null, '', '至急'],
  },
  'retail.staging.stg_stores': {
    store_id: ['S01', 'S02'],
    store_number: [1, 2],
    store_name: ['銀座', '札幌'],
    manager_email: ['***', '***'],
  },
  'retail.raw.raw_orders': {
    order_id: ['O1'],
    card_number: ['****'],
  },
};

/** Sample rows of the small project; the one confidential column is masked. */
export class RetailSamples implements SampleSource {
  readonly asked: string[] = [];
  failure: Error | undefined;
  missing = new Set<string>();
  tables: Readonly<Record<string, Rows>> = TABLES;
  revisionNumber = 1;

  accepts(namespace: string): boolean {
    return namespace === 'duckdb://demo';
  }

  async revision({ name }: DatasetId): Promise<string | undefined> {
    return this.missing.has(name) ? undefined : String(this.revisionNumber);
  }

  async sample(
    { name }: DatasetId,
    columns: readonly string[],
  ): Promise<SampleTable> {
    this.asked.push(`${name}(${columns.join(',')})`);
    if (this.failure) {
      throw this.failure;
    }
    const rows = this.tables[name];
    if (!rows) {
      throw new NotFoundError(`No table ${name}`);
    }
    return {
      revision: String(this.revisionNumber),
      rowCount: Object.values(rows)[0].length,
      columns: columns.map(column => ({
        name: column,
        type: 'text',
        masked: column === 'manager_email' || column === 'card_number',
        values: rows[column],
      })),
    };
  }
}
