import {
  exactDecimal,
  FLOATING,
  INTEGER,
  type ValueType,
} from '../sql/ValueType';

const MAX_SCALE = 15;

/** A number of the form as SQL writes it, without an exponent. */
export function numberText(value: number): { text: string; type: ValueType } {
  if (Number.isSafeInteger(value)) {
    // `-0` would print as `0` too
    return { text: String(value + 0), type: INTEGER };
  }
  const plain = String(value);
  if (/^-?\d+\.\d+$/.test(plain)) {
    const scale = plain.length - plain.indexOf('.') - 1;
    return {
      text: plain,
      type: scale <= MAX_SCALE ? exactDecimal(scale) : FLOATING,
    };
  }
  return { text: value.toExponential(), type: FLOATING };
}
