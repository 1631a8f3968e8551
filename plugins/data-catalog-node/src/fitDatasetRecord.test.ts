import {
  datasetRecordSchema,
  type DatasetRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { fitDatasetRecord } from './fitDatasetRecord';
import { ReadingTally } from './ReadingTally';

const id = { namespace: 'n', name: 'a.b' };

describe('fitDatasetRecord', () => {
  it('leaves what fits as it is', () => {
    const told: DatasetRecord = {
      kind: 'dataset',
      id,
      definition: { ja: '説明' },
      columns: [{ name: 'a', type: 'int' }],
    };
    const { record, causes } = fitDatasetRecord(told);
    expect(JSON.parse(JSON.stringify(record))).toEqual(told);
    expect(causes.size).toBe(0);
  });

  it('makes anything fit, and says what it took away', () => {
    const long = 'あ'.repeat(1_000_001);
    const { record, causes } = fitDatasetRecord({
      kind: 'dataset',
      id,
      purpose: long,
      definition: { en: long, ja: long },
      viewSql: long,
      partitioning: { columns: ['a'], by: long },
      columns: [
        { name: '' },
        { name: long },
        { name: 'a', type: long, definition: { en: long } },
        { name: 'a' },
        ...Array.from({ length: 20_001 }, (_, n) => ({ name: `c${n}` })),
      ],
      foreignKeys: Array.from({ length: 501 }, () => ({
        columns: ['a'],
        references: id,
        referencedColumns: ['a'],
      })),
    });
    expect(datasetRecordSchema.safeParse(record).success).toBe(true);
    expect(record.columns!.slice(0, 2).map(each => each.name)).toEqual([
      'a',
      'c0',
    ]);
    expect([...causes].map(each => each.code).sort()).toEqual([
      'column-name',
      'sql-too-long',
      'text-too-long',
      'too-many-columns',
      'too-many-foreign-keys',
      'type-too-long',
    ]);
  });
});

describe('ReadingTally', () => {
  it('counts records, and reasons with the first examples', () => {
    const text = { en: 'e', ja: 'j' };
    const cut = { code: 'cut', outcome: 'repaired' as const, text };
    const tally = new ReadingTally();
    tally.keep('plain');
    tally.keep('one', [cut, { ...cut, code: 'cut-too' }]);
    for (let n = 0; n < 12; n += 1) {
      tally.refuse(`r${n}`, { code: 'broken', outcome: 'refused', text });
    }
    tally.note('p', { code: 'left', outcome: 'left-out', text }, 40);
    const report = tally.report();
    expect(report.totals).toEqual({
      read: 14,
      kept: 2,
      repaired: 1,
      refused: 12,
    });
    expect(report.reasons).toEqual([
      { ...cut, count: 1, examples: ['one'] },
      { ...cut, code: 'cut-too', count: 1, examples: ['one'] },
      {
        code: 'broken',
        outcome: 'refused',
        text,
        count: 12,
        examples: Array.from({ length: 10 }, (_, n) => `r${n}`),
      },
      { code: 'left', outcome: 'left-out', text, count: 40, examples: ['p'] },
    ]);
  });
});
