import { z } from 'zod';
import { freeText, identifierText } from './texts';

/*
 * Calculations are flat: an operand is a column of the mart or a literal, never
 * another calculation. Longer ones are built by naming the steps, which is what
 * a reviewer can read and what a definition can be written for.
 */

/** What a calculation works on: a column of the mart, a number or a text. @public */
export const martOperandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), name: identifierText }),
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('text'), value: freeText }),
]);

/** @public */
export const ARITHMETIC_OPERATIONS = [
  'add',
  'subtract',
  'multiply',
  'divide',
] as const;

/** @public */
export const CONDITION_OPERATORS = [
  'equals',
  'not-equals',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'is-empty',
  'is-not-empty',
] as const;

/** @public */
export const TIME_UNITS = ['day', 'week', 'month', 'year'] as const;

/** @public */
export const TIME_PARTS = [
  'year',
  'quarter',
  'month',
  'day-of-month',
  'day-of-week',
  'hour',
] as const;

/** One line of a `choose`: the first whose condition holds gives the value. @public */
export const martChoiceSchema = z.strictObject({
  column: identifierText,
  operator: z.enum(CONDITION_OPERATORS),
  /** As typed, read by the type of the column; unused by the empty tests. */
  value: freeText,
  result: martOperandSchema,
});

/**
 * How a derived column comes from other columns of the mart.
 *
 * @remarks
 * - `arithmetic`: numbers; a division by zero is empty.
 * - `round`: a number to so many digits after the point; negative digits round
 *   to tens, hundreds.
 * - `first-present`: the first operand that is not empty; all of one type.
 * - `join-text`: texts one after the other; an empty part counts as no text.
 * - `choose`: a value by rules, in their order; without `otherwise` empty.
 * - `time-between`: whole units from one date or time to another, as the
 *   calendar counts them (31 January to 1 February is one month).
 * - `time-part`: a part of a date or time as an integer; `day-of-week` is ISO,
 *   Monday 1 to Sunday 7.
 * @public
 */
export const martCalculationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('arithmetic'),
    operation: z.enum(ARITHMETIC_OPERATIONS),
    left: martOperandSchema,
    right: martOperandSchema,
  }),
  z.strictObject({
    kind: z.literal('round'),
    of: martOperandSchema,
    digits: z.number().int().min(-9).max(9),
  }),
  z.strictObject({
    kind: z.literal('first-present'),
    operands: z.array(martOperandSchema).max(8),
  }),
  z.strictObject({
    kind: z.literal('join-text'),
    parts: z.array(martOperandSchema).max(12),
  }),
  z.strictObject({
    kind: z.literal('choose'),
    choices: z.array(martChoiceSchema).max(20),
    otherwise: martOperandSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('time-between'),
    unit: z.enum(TIME_UNITS),
    from: martOperandSchema,
    to: martOperandSchema,
  }),
  z.strictObject({
    kind: z.literal('time-part'),
    part: z.enum(TIME_PARTS),
    of: martOperandSchema,
  }),
]);

/** @public */
export type MartOperand = z.infer<typeof martOperandSchema>;
/** @public */
export type MartChoice = z.infer<typeof martChoiceSchema>;
/** @public */
export type MartCalculation = z.infer<typeof martCalculationSchema>;

/**
 * Every operand of a calculation with the path of its field below
 * `calculation`; the columns that conditions look at count as operands.
 * @public
 */
export function operandsOf(
  calculation: MartCalculation,
): readonly { readonly field: string; readonly operand: MartOperand }[] {
  switch (calculation.kind) {
    case 'arithmetic':
      return [
        { field: 'left', operand: calculation.left },
        { field: 'right', operand: calculation.right },
      ];
    case 'round':
    case 'time-part':
      return [{ field: 'of', operand: calculation.of }];
    case 'first-present':
      return numbered('operands', calculation.operands);
    case 'join-text':
      return numbered('parts', calculation.parts);
    case 'time-between':
      return [
        { field: 'from', operand: calculation.from },
        { field: 'to', operand: calculation.to },
      ];
    default:
      return [
        ...calculation.choices.flatMap(({ column, result }, index) => [
          {
            field: `choices.${index}.column`,
            operand: { kind: 'column' as const, name: column },
          },
          { field: `choices.${index}.result`, operand: result },
        ]),
        ...(calculation.otherwise
          ? [{ field: 'otherwise', operand: calculation.otherwise }]
          : []),
      ];
  }
}

function numbered(field: string, operands: readonly MartOperand[]) {
  return operands.map((operand, index) => ({
    field: `${field}.${index}`,
    operand,
  }));
}
