import type {
  ColumnType,
  MartColumn,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import { calculatedOver } from './calculations';
import {
  isNumber,
  isTime,
  operandType,
  type MartColumnTypes,
} from './columnTypes';

/**
 * What a place in a calculation takes; `clock` is a time with its hour, `part`
 * what every warehouse writes as the same text.
 * @public
 */
export type OperandNeed =
  | 'any'
  | 'part'
  | 'number'
  | 'text'
  | 'boolean'
  | 'time'
  | 'date'
  | 'clock';

/** A column beside a place that it may stand in, or why it may not. @public */
export interface OperandChoice {
  readonly name: string;
  /** Absent where it cannot be told yet. */
  readonly type?: ColumnType;
  /** `self`: it is the column itself; `cycle`: it is calculated from that. */
  readonly refusal?: 'self' | 'cycle' | Exclude<OperandNeed, 'any'>;
}

/** The columns of the mart for one place of a calculation. @public */
export function operandChoices(
  columns: readonly MartColumn[],
  types: MartColumnTypes,
  place: { readonly of: string; readonly need: OperandNeed },
): OperandChoice[] {
  const over = calculatedOver(columns, place.of);
  const names = [...new Set(columns.map(({ name }) => name))].filter(Boolean);
  return names.map(name => {
    const type = types.get(name);
    const refusal = refusalOf(name, type);
    return { name, ...(type && { type }), ...(refusal && { refusal }) };
  });

  function refusalOf(
    name: string,
    type: ColumnType | undefined,
  ): OperandChoice['refusal'] {
    if (name === place.of) {
      return 'self';
    }
    if (over.has(name)) {
      return 'cycle';
    }
    const { need } = place;
    return need === 'any' || type === undefined || fits(type, need)
      ? undefined
      : need;
  }
}

const DATE_TEXT = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}/;

/**
 * What a value must be to go together with those before it: the first of them
 * says. A text that was typed is a text, unless it is a date.
 * @public
 */
export function needAfter(
  before: readonly MartOperand[],
  types: MartColumnTypes,
): OperandNeed {
  const telling = before.find(
    operand => operand.kind !== 'text' || !DATE_TEXT.test(operand.value),
  );
  return telling ? needLike(operandType(telling, types)) : 'any';
}

/** What goes together with values of a type. @public */
export function needLike(type: ColumnType | undefined): OperandNeed {
  switch (type) {
    case 'integer':
    case 'decimal':
      return 'number';
    case 'timestamp':
      return 'clock';
    case 'text':
    case 'boolean':
    case 'date':
      return type;
    default:
      return 'any';
  }
}

/** Whether values of a type may stand where something is needed. */
export function fits(type: ColumnType, need: OperandNeed): boolean {
  switch (need) {
    case 'any':
      return true;
    case 'number':
      return isNumber(type);
    case 'time':
      return isTime(type);
    case 'clock':
      return type === 'timestamp';
    case 'part':
      return type === 'text' || type === 'integer' || type === 'date';
    default:
      return type === need;
  }
}
