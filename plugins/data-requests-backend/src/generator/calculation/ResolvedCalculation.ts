import type {
  ARITHMETIC_OPERATIONS,
  CONDITION_OPERATORS,
  TIME_PARTS,
  TIME_UNITS,
} from '@suido/backstage-plugin-data-requests-common';
import type { TypedLiteral } from '../readFilterValue';
import type { ValueType } from '../../sql/ValueType';

/** A column of the mart that comes before the one that is calculated. */
export interface MartColumnOperand {
  readonly kind: 'column';
  readonly name: string;
  readonly type: ValueType;
}

/** What a calculation works on, with its type. */
export type Operand =
  | MartColumnOperand
  | { readonly kind: 'literal'; readonly literal: TypedLiteral };

/** A condition on a column of the mart, and what holds where it is met. */
export interface ResolvedChoice {
  readonly column: MartColumnOperand;
  readonly operator: (typeof CONDITION_OPERATORS)[number];
  /** Absent where the condition asks only whether there is a value. */
  readonly value?: TypedLiteral;
  readonly result: Operand;
}

/** A calculation whose operands have been found and fit it. */
export type ResolvedCalculation =
  | {
      readonly kind: 'arithmetic';
      readonly operation: (typeof ARITHMETIC_OPERATIONS)[number];
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'round'; readonly of: Operand; readonly digits: number }
  | { readonly kind: 'first-present'; readonly operands: readonly Operand[] }
  | { readonly kind: 'join-text'; readonly parts: readonly Operand[] }
  | {
      readonly kind: 'choose';
      readonly choices: readonly ResolvedChoice[];
      readonly otherwise?: Operand;
    }
  | {
      readonly kind: 'time-between';
      readonly unit: (typeof TIME_UNITS)[number];
      readonly from: Operand;
      readonly to: Operand;
    }
  | {
      readonly kind: 'time-part';
      readonly part: (typeof TIME_PARTS)[number];
      readonly of: Operand;
    };

/** Type of an operand. */
export function typeOfOperand(operand: Operand): ValueType {
  return operand.kind === 'column' ? operand.type : operand.literal.type;
}
