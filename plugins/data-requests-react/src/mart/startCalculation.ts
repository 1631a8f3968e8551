import type {
  MartCalculation,
  MartColumn,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import {
  isNumber,
  isTime,
  operandType,
  type MartColumnTypes,
} from './columnTypes';
import { needLike, operandChoices, type OperandNeed } from './operandChoices';

/** Every kind of calculation, the plainest first. @public */
export const CALCULATION_KINDS = [
  'arithmetic',
  'round',
  'choose',
  'time-between',
  'time-part',
  'join-text',
  'first-present',
] as const satisfies readonly MartCalculation['kind'][];

/** Beginnings that need no knowledge of kinds. @public */
export const CALCULATION_STARTERS = [
  'share',
  'difference',
  'days-between',
  'buckets',
] as const;

/** @public */
export type CalculationStarter = (typeof CALCULATION_STARTERS)[number];

/** Names of the buckets, in the author's language. @public */
export interface BucketNames {
  readonly small: string;
  readonly medium: string;
  readonly large: string;
}

/**
 * A calculation of a kind to begin with: the columns that fit stand in its
 * places already, the nearest to the end first.
 * @param of - name of the calculated column, which cannot be its own operand
 * @public
 */
export function startCalculation(
  kind: MartCalculation['kind'],
  columns: readonly MartColumn[],
  types: MartColumnTypes,
  of: string,
): MartCalculation {
  const pick = picker(columns, types, of);
  switch (kind) {
    case 'arithmetic':
      return {
        kind,
        operation: 'divide',
        left: pick('number'),
        right: { kind: 'number', value: 1 },
      };
    case 'round':
      return { kind, of: pick('number'), digits: 0 };
    case 'first-present': {
      const first = pick('any');
      return { kind, operands: [first, fallbackOf(first, types)] };
    }
    case 'join-text':
      return { kind, parts: [pick('part'), pick('part', 1)] };
    case 'time-between':
      return { kind, unit: 'day', from: pick('time'), to: pick('time', 1) };
    case 'time-part':
      return { kind, part: 'day-of-week', of: pick('time') };
    default:
      return { kind, choices: [newChoice(pick('any'))] };
  }
}

/**
 * A calculation from a beginner's wish.
 * @returns `undefined` where the mart has not the columns for it
 * @public
 */
export function startFrom(
  starter: CalculationStarter,
  columns: readonly MartColumn[],
  types: MartColumnTypes,
  buckets: BucketNames,
): MartCalculation | undefined {
  const numbers = namesOf(columns, types, isNumber);
  const times = namesOf(columns, types, isTime);
  const [number, other] = numbers;
  const [from, to] = times;
  switch (starter) {
    case 'share':
      return other ? arithmetic('divide', number, other) : undefined;
    case 'difference':
      return other ? arithmetic('subtract', number, other) : undefined;
    case 'days-between':
      return to
        ? {
            kind: 'time-between',
            unit: 'day',
            from: { kind: 'column', name: from },
            to: { kind: 'column', name: to },
          }
        : undefined;
    default:
      return number
        ? {
            kind: 'choose',
            choices: [
              bucket(number, '10', buckets.small),
              bucket(number, '100', buckets.medium),
            ],
            otherwise: { kind: 'text', value: buckets.large },
          }
        : undefined;
  }
}

/** A rule to begin with, on a column. @public */
export function newChoice(on: MartOperand) {
  return {
    column: on.kind === 'column' ? on.name : '',
    operator: 'equals' as const,
    value: '',
    result: { kind: 'text' as const, value: '' },
  };
}

function picker(
  columns: readonly MartColumn[],
  types: MartColumnTypes,
  of: string,
) {
  return (need: OperandNeed, position = 0): MartOperand => {
    const fitting = operandChoices(columns, types, { of, need }).filter(
      choice => !choice.refusal,
    );
    return { kind: 'column', name: fitting[position]?.name ?? '' };
  };
}

/** What may stand in for a value where it is empty. */
function fallbackOf(operand: MartOperand, types: MartColumnTypes): MartOperand {
  switch (needLike(operandType(operand, types))) {
    case 'number':
      return { kind: 'number', value: 0 };
    case 'text':
      return { kind: 'text', value: '' };
    default:
      return { kind: 'column', name: '' };
  }
}

/** Measures first: they are what people calculate with. */
function namesOf(
  columns: readonly MartColumn[],
  types: MartColumnTypes,
  isFit: (type: ReturnType<MartColumnTypes['get']>) => boolean,
): string[] {
  const names = (isMeasure: boolean) =>
    columns
      .filter(
        column =>
          (column.role === 'measure') === isMeasure &&
          isFit(types.get(column.name)),
      )
      .map(({ name }) => name);
  return [...new Set([...names(true), ...names(false)])];
}

function arithmetic(
  operation: 'divide' | 'subtract',
  left: string,
  right: string,
): MartCalculation {
  return {
    kind: 'arithmetic',
    operation,
    left: { kind: 'column', name: left },
    right: { kind: 'column', name: right },
  };
}

function bucket(column: string, below: string, name: string) {
  return {
    column,
    operator: 'less-than' as const,
    value: below,
    result: { kind: 'text' as const, value: name },
  };
}
