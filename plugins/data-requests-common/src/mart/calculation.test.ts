import {
  martCalculationSchema,
  operandsOf,
  type MartCalculation,
} from './calculation';

const a = { kind: 'column', name: 'a' } as const;
const one = { kind: 'number', value: 1 } as const;
const text = { kind: 'text', value: 'x' } as const;

const CALCULATIONS: readonly [MartCalculation, readonly string[]][] = [
  [
    { kind: 'arithmetic', operation: 'add', left: a, right: one },
    ['left', 'right'],
  ],
  [{ kind: 'round', of: a, digits: -9 }, ['of']],
  [
    { kind: 'first-present', operands: [a, text] },
    ['operands.0', 'operands.1'],
  ],
  [{ kind: 'first-present', operands: [] }, []],
  [{ kind: 'join-text', parts: [text, a] }, ['parts.0', 'parts.1']],
  [
    {
      kind: 'choose',
      choices: [
        { column: 'b', operator: 'equals', value: '1', result: one },
        { column: 'c', operator: 'is-empty', value: '', result: a },
      ],
      otherwise: text,
    },
    [
      'choices.0.column',
      'choices.0.result',
      'choices.1.column',
      'choices.1.result',
      'otherwise',
    ],
  ],
  [
    {
      kind: 'choose',
      choices: [{ column: 'b', operator: 'equals', value: '', result: one }],
    },
    ['choices.0.column', 'choices.0.result'],
  ],
  [{ kind: 'time-between', unit: 'week', from: a, to: text }, ['from', 'to']],
  [{ kind: 'time-part', part: 'hour', of: a }, ['of']],
];

/** What stands at a path such as `choices.0.result`. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? Object.entries(inner).find(([name]) => name === key)?.[1]
          : undefined,
      value,
    );
}

describe('operandsOf', () => {
  it.each(CALCULATIONS)('finds the operands of %j', (calculation, fields) => {
    expect(martCalculationSchema.parse(calculation)).toEqual(calculation);
    const operands = operandsOf(calculation);
    expect(operands.map(({ field }) => field)).toEqual(fields);
    for (const { field, operand } of operands) {
      const found = at(calculation, field);
      // The column of a condition is a name; it counts as an operand
      expect(
        typeof found === 'string' ? { kind: 'column', name: found } : found,
      ).toEqual(operand);
    }
  });
});

describe('martCalculationSchema', () => {
  it.each<[string, unknown]>([
    ['an unknown kind', { kind: 'power', of: a }],
    ['an unknown key', { kind: 'round', of: a, digits: 1, sql: 'drop' }],
    ['a calculation as operand', { kind: 'round', of: CALCULATIONS[0][0] }],
    ['half a digit', { kind: 'round', of: a, digits: 0.5 }],
    ['too many digits', { kind: 'round', of: a, digits: 10 }],
    [
      'a number that is none',
      { kind: 'round', of: { kind: 'number', value: NaN }, digits: 1 },
    ],
    [
      'too many parts',
      { kind: 'join-text', parts: Array.from({ length: 13 }, () => a) },
    ],
    [
      'an operator of filters',
      {
        kind: 'choose',
        choices: [
          { column: 'a', operator: 'contains', value: 'x', result: one },
        ],
      },
    ],
    ['an unknown unit', { kind: 'time-between', unit: 'hour', from: a, to: a }],
  ])('refuses %s', (_what, calculation) => {
    expect(martCalculationSchema.safeParse(calculation).success).toBe(false);
  });
});
