import type {
  MartCalculation,
  MartOperand,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { shopDatasets } from '../__testUtils__/sampleData';
import { derived, shopSpec } from '../__testUtils__/shopSpec';
import { calculatedOver, renameInCalculation } from './calculations';
import { calculationType, martColumnTypes } from './columnTypes';
import { renameColumn, withColumns } from './columns';
import { needAfter, operandChoices } from './operandChoices';
import {
  partitionColumns,
  partitionGrains,
  recommendedPartition,
} from './partitions';
import {
  CALCULATION_KINDS,
  CALCULATION_STARTERS,
  startCalculation,
  startFrom,
} from './startCalculation';
import { testsFor } from './tests';

const spec = shopSpec();
const types = martColumnTypes(spec, shopDatasets);
const buckets = { small: 's', medium: 'm', large: 'l' };

function col(name: string): MartOperand {
  return { kind: 'column', name };
}
function num(value: number): MartOperand {
  return { kind: 'number', value };
}
function text(value: string): MartOperand {
  return { kind: 'text', value };
}
function arithmetic(
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  left: MartOperand,
  right: MartOperand,
): MartCalculation {
  return { kind: 'arithmetic', operation, left, right };
}
function choose(...results: MartOperand[]): MartCalculation {
  return {
    kind: 'choose',
    choices: results.map(result => ({
      column: 'status',
      operator: 'equals',
      value: 'x',
      result,
    })),
  };
}

describe('martColumnTypes', () => {
  it('tells what columns of a source hold', () => {
    expect(Object.fromEntries(types)).toEqual({
      store_id: 'text',
      ordered_on: 'date',
      status: 'text',
      shipped_at: 'timestamp',
      net_amount: 'decimal',
      orders: 'integer',
    });
  });

  it.each<[string, MartCalculation, string | undefined]>([
    ['whole numbers', arithmetic('add', col('orders'), num(1)), 'integer'],
    ['a fraction', arithmetic('add', col('orders'), num(1.5)), 'decimal'],
    ['a quotient', arithmetic('divide', col('orders'), num(2)), 'decimal'],
    ['a text', arithmetic('add', col('status'), num(1)), undefined],
    ['nothing', arithmetic('add', col(''), num(1)), undefined],
    [
      'rounding to digits',
      { kind: 'round', of: col('net_amount'), digits: 2 },
      'decimal',
    ],
    [
      'rounding to none',
      { kind: 'round', of: col('net_amount'), digits: 0 },
      'integer',
    ],
    [
      'the first of numbers',
      { kind: 'first-present', operands: [col('net_amount'), num(0)] },
      'decimal',
    ],
    [
      'a number beside a text',
      { kind: 'first-present', operands: [col('orders'), text('0')] },
      undefined,
    ],
    [
      'a date beside a typed one',
      {
        kind: 'first-present',
        operands: [text('2026-01-01'), col('ordered_on')],
      },
      'date',
    ],
    ['no operand', { kind: 'first-present', operands: [] }, undefined],
    ['joined parts', { kind: 'join-text', parts: [col('orders')] }, 'text'],
    ['chosen texts', choose(text('a'), text('b')), 'text'],
    ['chosen numbers', choose(num(1), num(2.5)), 'decimal'],
    ['chosen mixtures', choose(col('ordered_on'), col('status')), undefined],
    [
      'days',
      {
        kind: 'time-between',
        unit: 'day',
        from: col('ordered_on'),
        to: col('shipped_at'),
      },
      'integer',
    ],
  ])('of %s', (_, calculation, type) => {
    expect(calculationType(calculation, types)).toBe(type);
  });

  it('follows chains in any order, and ends at cycles', () => {
    const chained = shopSpec({
      columns: [
        derived('c', arithmetic('add', col('b'), num(1))),
        derived('b', arithmetic('multiply', col('a'), num(2))),
        derived('a', arithmetic('add', col('x'), num(1))),
        derived('y', arithmetic('add', col('z'), num(1))),
        derived('z', arithmetic('add', col('y'), num(1))),
        { ...spec.columns[5], name: 'x' },
      ],
    });
    expect(Object.fromEntries(martColumnTypes(chained, shopDatasets))).toEqual({
      a: 'integer',
      b: 'integer',
      c: 'integer',
      x: 'integer',
    });
    expect([...calculatedOver(chained.columns, 'a')].sort()).toEqual([
      'b',
      'c',
    ]);
    expect([...calculatedOver(chained.columns, 'y')]).toEqual(['z']);
  });

  it('knows nothing of datasets that are gone', () => {
    expect([...martColumnTypes(spec, []).keys()]).toEqual([
      'net_amount',
      'orders',
    ]);
  });
});

describe('operandChoices', () => {
  const columns = [
    ...spec.columns,
    derived('ratio', arithmetic('divide', col('net_amount'), col('orders'))),
    derived('twice', arithmetic('multiply', col('ratio'), num(2))),
  ];
  const all = martColumnTypes({ ...spec, columns }, shopDatasets);

  it('keeps what does not fit, with the reason', () => {
    expect(
      operandChoices(columns, all, { of: 'ratio', need: 'number' }),
    ).toMatchObject([
      { name: 'store_id', refusal: 'number' },
      { name: 'ordered_on', refusal: 'number' },
      { name: 'status', refusal: 'number' },
      { name: 'shipped_at', refusal: 'number' },
      { name: 'net_amount', type: 'decimal' },
      { name: 'orders', type: 'integer' },
      { name: 'ratio', refusal: 'self' },
      { name: 'twice', refusal: 'cycle' },
    ]);
  });

  it.each([
    ['time', ['ordered_on', 'shipped_at']],
    ['clock', ['shipped_at']],
    ['date', ['ordered_on']],
    ['part', ['store_id', 'ordered_on', 'status', 'orders']],
    ['boolean', []],
  ] as const)('for %s offers %j', (need, names) => {
    expect(
      operandChoices(spec.columns, types, { of: 'new', need })
        .filter(choice => !choice.refusal)
        .map(({ name }) => name),
    ).toEqual(names);
  });

  it('offers what cannot be told yet, and no column without a name', () => {
    const unnamed = [{ ...spec.columns[0], name: '' }, spec.columns[4]];
    expect(
      operandChoices(unnamed, new Map(), { of: 'new', need: 'number' }),
    ).toEqual([{ name: 'net_amount' }]);
  });

  it.each<[string, MartOperand[], string]>([
    ['nothing', [], 'any'],
    ['a number', [num(1)], 'number'],
    ['a typed text', [text('small')], 'text'],
    ['a typed date', [text('2026-01-31')], 'any'],
    ['a time', [text('2026-01-31'), col('shipped_at')], 'clock'],
    ['an open place', [col('')], 'any'],
  ])('after %s', (_, before, need) => {
    expect(needAfter(before, types)).toBe(need);
  });
});

describe('beginnings', () => {
  it.each(CALCULATION_KINDS)('%s begins with what fits', kind => {
    const calculation = startCalculation(kind, spec.columns, types, 'new');
    expect(calculation.kind).toBe(kind);
    expect(calculationType(calculation, types)).toBeDefined();
  });

  it.each(CALCULATION_KINDS)('%s begins open where nothing fits', kind => {
    expect(startCalculation(kind, [], new Map(), 'new').kind).toBe(kind);
  });

  it('come from wishes', () => {
    const begin = (starter: (typeof CALCULATION_STARTERS)[number]) =>
      startFrom(starter, spec.columns, types, buckets);
    expect(begin('share')).toEqual(
      arithmetic('divide', col('net_amount'), col('orders')),
    );
    expect(begin('days-between')).toMatchObject({
      from: { name: 'ordered_on' },
      to: { name: 'shipped_at' },
    });
    expect(begin('buckets')).toMatchObject({
      choices: [
        { column: 'net_amount', value: '10', result: { value: 's' } },
        { column: 'net_amount', value: '100', result: { value: 'm' } },
      ],
      otherwise: { value: 'l' },
    });
    for (const starter of CALCULATION_STARTERS) {
      expect(
        startFrom(starter, spec.columns.slice(0, 1), types, buckets),
      ).toBeUndefined();
    }
  });
});

describe('renaming and removing', () => {
  it.each<MartCalculation>([
    arithmetic('add', col('orders'), num(1)),
    { kind: 'round', of: col('orders'), digits: 0 },
    { kind: 'first-present', operands: [num(1), col('orders')] },
    { kind: 'join-text', parts: [text('a'), col('orders')] },
    {
      kind: 'choose',
      choices: [
        { column: 'orders', operator: 'equals', value: '1', result: num(1) },
      ],
      otherwise: col('orders'),
    },
    { kind: 'time-between', unit: 'day', from: col('orders'), to: col('x') },
    { kind: 'time-part', part: 'year', of: col('orders') },
  ])('reaches every operand of $kind', calculation => {
    const renamed = renameInCalculation(calculation, name =>
      name === 'orders' ? 'sold' : name,
    );
    expect(JSON.stringify(renamed)).toBe(
      JSON.stringify(calculation).replaceAll('"orders"', '"sold"'),
    );
  });

  it('takes partition and confirmed rows along', () => {
    const full: MartSpec = {
      ...spec,
      partition: { column: 'ordered_on', grain: 'day' },
      unitTest: {
        given: [],
        expected: { columns: ['ordered_on', 'orders'], rows: [] },
      },
    };
    const renamed = renameColumn(full, 1, 'day');
    expect(renamed).toMatchObject({
      partition: { column: 'day' },
      unitTest: { expected: { columns: ['day', 'orders'] } },
    });
    expect(
      withColumns(renamed, renamed.columns.toSpliced(1, 1)),
    ).not.toHaveProperty('partition');
  });
});

describe('partitions', () => {
  it('go by dates and times of the mart', () => {
    expect(partitionColumns(spec, shopDatasets)).toEqual([
      'ordered_on',
      'shipped_at',
    ]);
  });

  it.each([
    [undefined, 'daily', 'day'],
    [undefined, 'monthly', 'month'],
    ['month', 'daily', 'month'],
    ['quarter', 'weekly', 'month'],
    ['year', 'hourly', 'year'],
  ] as const)('of a column by %s renewed %s are by %s', (grain, often, by) => {
    const columns = spec.columns.map(column =>
      column.name === 'ordered_on' && column.role === 'dimension' && grain
        ? { ...column, timeGrain: grain }
        : column,
    );
    expect(partitionGrains(columns, 'ordered_on')).toContain(by);
    expect(
      recommendedPartition(
        { ...spec, columns, updateFrequency: often },
        shopDatasets,
      ),
    ).toEqual({ column: 'ordered_on', grain: by });
  });

  it('are not recommended without a date', () => {
    expect(
      recommendedPartition({ ...spec, columns: [] }, shopDatasets),
    ).toBeUndefined();
  });
});

it('offers the rules that fit what a column holds', () => {
  const columns = [
    ...spec.columns,
    derived('label', choose(text('a'))),
    derived('ratio', arithmetic('divide', col('net_amount'), col('orders'))),
  ];
  const kinds = Object.fromEntries(
    columns.map(column => [
      column.name,
      testsFor({ ...spec, columns }, column, shopDatasets),
    ]),
  );
  expect(kinds).toEqual({
    store_id: ['not-null', 'unique', 'accepted-values'],
    ordered_on: ['not-null', 'unique'],
    status: ['not-null', 'unique', 'accepted-values'],
    shipped_at: ['not-null', 'unique'],
    net_amount: ['not-null', 'not-negative'],
    orders: ['not-null', 'not-negative'],
    label: ['not-null', 'accepted-values'],
    ratio: ['not-null', 'not-negative'],
  });
});
