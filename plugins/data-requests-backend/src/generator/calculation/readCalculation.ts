import type {
  MartCalculation,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import { INTEGER, TEXT, type ValueType } from '../../sql/ValueType';
import { arithmeticType, roundedType } from './calculationTypes';
import { readChoices } from './readChoices';
import {
  numberOperand,
  partOperand,
  readAlike,
  timeOperand,
  type ColumnTypes,
  type OperandReading,
} from './readOperand';
import { typeOfOperand, type ResolvedCalculation } from './ResolvedCalculation';

/** Why a calculation cannot be made; `field` is below `calculation`. */
export type CalculationProblem = { readonly field: string } & (
  | {
      readonly what: 'operand-type';
      readonly type: ValueType['type'];
      readonly wanted: 'number' | 'date' | 'time' | 'text';
    }
  | {
      readonly what: 'types-mixed';
      readonly type: ValueType['type'];
      readonly other: ValueType['type'];
    }
  | {
      readonly what: 'value-invalid';
      readonly value: string;
      readonly type: ValueType['type'];
    }
  | { readonly what: 'operator'; readonly type: ValueType['type'] }
  | {
      readonly what:
        | 'operands-missing'
        | 'value-missing'
        | 'division-by-zero'
        /** A column that is not there, or cannot be made itself. */
        | 'unknown';
    }
);

/** A calculation as the printers need it, or all that is wrong with it. */
export type CalculationReading =
  | {
      readonly problems: readonly [];
      readonly calculation: ResolvedCalculation;
      readonly type: ValueType;
    }
  | { readonly problems: readonly CalculationProblem[] };

/**
 * Reads a calculation: finds the types of its operands, reads its literals by
 * them, and tells the type of its result.
 *
 * @param types - of the columns that it may be made of
 */
export function readCalculation(
  calculation: MartCalculation,
  types: ColumnTypes,
): CalculationReading {
  switch (calculation.kind) {
    case 'arithmetic': {
      const { operation } = calculation;
      const left = numberOperand(calculation.left, 'left', types);
      const right = numberOperand(calculation.right, 'right', types);
      const problems = [...problemsOf(left, right), ...zero(calculation)];
      return left.operand && right.operand && problems.length === 0
        ? done(
            {
              kind: 'arithmetic',
              operation,
              left: left.operand,
              right: right.operand,
            },
            arithmeticType(
              operation,
              typeOfOperand(left.operand),
              typeOfOperand(right.operand),
            ),
          )
        : { problems };
    }
    case 'round': {
      const { digits } = calculation;
      const of = numberOperand(calculation.of, 'of', types);
      return of.operand
        ? done(
            { kind: 'round', of: of.operand, digits },
            roundedType(typeOfOperand(of.operand), digits),
          )
        : { problems: of.problems };
    }
    case 'first-present': {
      const read = readAlike(
        numbered('operands', calculation.operands),
        'operands',
        types,
      );
      return read.type
        ? done({ kind: 'first-present', operands: read.operands }, read.type)
        : { problems: read.problems };
    }
    case 'join-text':
      return joinText(calculation.parts, types);
    case 'choose':
      return readChoices(calculation, types);
    case 'time-between': {
      const from = timeOperand(calculation.from, 'from', types, 'date');
      const to = timeOperand(calculation.to, 'to', types, 'date');
      return from.operand && to.operand
        ? done(
            {
              kind: 'time-between',
              unit: calculation.unit,
              from: from.operand,
              to: to.operand,
            },
            INTEGER,
          )
        : { problems: problemsOf(from, to) };
    }
    default: {
      const { part } = calculation;
      const wanted = part === 'hour' ? 'time' : 'date';
      const of = timeOperand(calculation.of, 'of', types, wanted);
      return of.operand
        ? done({ kind: 'time-part', part, of: of.operand }, INTEGER)
        : { problems: of.problems };
    }
  }
}

/** A calculation without anything wrong. */
export function done(
  calculation: ResolvedCalculation,
  type: ValueType,
): CalculationReading {
  return { problems: [], calculation, type };
}

/** Operands of a list with their fields. */
export function numbered(
  field: string,
  operands: readonly MartOperand[],
): readonly { readonly field: string; readonly operand: MartOperand }[] {
  return operands.map((operand, index) => ({
    field: `${field}.${index}`,
    operand,
  }));
}

function joinText(
  parts: readonly MartOperand[],
  types: ColumnTypes,
): CalculationReading {
  const read = numbered('parts', parts).map(({ field, operand }) =>
    partOperand(operand, field, types),
  );
  const problems: readonly CalculationProblem[] =
    parts.length === 0
      ? [{ what: 'operands-missing', field: 'parts' }]
      : problemsOf(...read);
  return problems.length > 0
    ? { problems }
    : done(
        {
          kind: 'join-text',
          parts: read.flatMap(({ operand }) => operand ?? []),
        },
        TEXT,
      );
}

function problemsOf(
  ...readings: readonly OperandReading[]
): readonly CalculationProblem[] {
  return readings.flatMap(({ problems }) => problems);
}

function zero({
  operation,
  right,
}: Extract<
  MartCalculation,
  { kind: 'arithmetic' }
>): readonly CalculationProblem[] {
  return operation === 'divide' && right.kind === 'number' && right.value === 0
    ? [{ what: 'division-by-zero', field: 'right' }]
    : [];
}
