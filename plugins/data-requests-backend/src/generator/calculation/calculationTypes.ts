import { isDeepStrictEqual } from 'node:util';
import {
  exactDecimal,
  FLOATING,
  INTEGER,
  isNumeric,
  TEXT,
  type ValueType,
} from '../../sql/ValueType';
import { typeOfOperand, type Operand } from './ResolvedCalculation';

const MAX_SCALE = 18;

/** Digits that a floating number keeps when it is made exact. */
export const EXACT_SCALE = 9;

/** Type of arithmetic on two numbers; a quotient is always floating. */
export function arithmeticType(
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  left: ValueType,
  right: ValueType,
): ValueType {
  if (operation === 'divide') {
    return FLOATING;
  }
  if (left.type === 'integer' && right.type === 'integer') {
    return INTEGER;
  }
  const [leftScale, rightScale] = [left, right].map(scaleOf);
  if (leftScale === undefined || rightScale === undefined) {
    return FLOATING;
  }
  const scale =
    operation === 'multiply'
      ? leftScale + rightScale
      : Math.max(leftScale, rightScale);
  return exactDecimal(Math.min(scale, MAX_SCALE));
}

/** Type of a rounded number: exact, and an integer without digits. */
export function roundedType(of: ValueType, digits: number): ValueType {
  if (of.type === 'integer') {
    return digits < 0 ? INTEGER : of;
  }
  const scale = Math.min(digits, of.scale ?? EXACT_SCALE);
  return scale <= 0 ? INTEGER : exactDecimal(scale);
}

/**
 * Type that holds every one of the operands, which are of one kind. Columns of
 * one declared type keep it; literals may need more room.
 */
export function sharedType(operands: readonly Operand[]): ValueType {
  const types = operands.map(typeOfOperand);
  const [first = TEXT] = types;
  const needsRoom = isNumeric(first) || first.type === 'text';
  const declared = operands.flatMap(operand =>
    operand.kind === 'column' || needsRoom ? [typeOfOperand(operand)] : [],
  );
  if (declared.every(type => isSameType(type, declared[0]))) {
    return declared[0] ?? first;
  }
  if (!isNumeric(first)) {
    return { type: first.type };
  }
  if (types.every(({ type }) => type === 'integer')) {
    return INTEGER;
  }
  const scales = types.map(scaleOf);
  return scales.includes(undefined)
    ? FLOATING
    : exactDecimal(Math.max(...scales.map(scale => scale ?? 0)));
}

/** Whether two types are one, down to how the repository writes them. */
export function isSameType(one: ValueType, other: ValueType): boolean {
  return isDeepStrictEqual(one, other);
}

function scaleOf({ type, scale }: ValueType): number | undefined {
  return type === 'integer' ? 0 : scale;
}
