import { DateTime } from 'luxon';
import type { ValueType } from '../sql/ValueType';

/** A value as a type reads it; never raw text of a form. */
export interface TypedLiteral {
  readonly type: ValueType;
  /** In canonical form: `2026-01-01`, `12.5`, `true`; of texts the text itself. */
  readonly text: string;
}

/** Characters that a form does not produce and a warehouse may not store. */
// eslint-disable-next-line no-control-regex
const UNTYPEABLE = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/u;

const INTEGER = /^[+-]?\d{1,18}$/;
const DECIMAL = /^[+-]?\d{1,20}(?:\.\d{1,15})?$/;
const TRUE = new Set(['true', 'yes', '1', 'はい']);
const FALSE = new Set(['false', 'no', '0', 'いいえ']);

/**
 * Reads a typed value as its column's type does. Full-width digits and signs
 * count as the ordinary ones, except in texts, which stay as typed.
 *
 * @returns `undefined` where it is no such value
 */
export function readFilterValue(
  value: string,
  type: ValueType,
): TypedLiteral | undefined {
  const text = canonicalText(value, type);
  return text === undefined ? undefined : { type, text };
}

function canonicalText(value: string, { type }: ValueType): string | undefined {
  if (UNTYPEABLE.test(value)) {
    return undefined;
  }
  const typed = value.normalize('NFKC').trim();
  switch (type) {
    case 'integer':
      return INTEGER.test(typed)
        ? BigInt(typed.replace(/^\+/, '')).toString()
        : undefined;
    case 'decimal':
      return DECIMAL.test(typed) ? canonicalDecimal(typed) : undefined;
    case 'boolean': {
      const word = typed.toLowerCase();
      if (TRUE.has(word)) {
        return 'true';
      }
      return FALSE.has(word) ? 'false' : undefined;
    }
    case 'date':
      return formatted(typed, 'yyyy-MM-dd');
    case 'timestamp':
      return formatted(typed, 'yyyy-MM-dd HH:mm:ss');
    default:
      return value;
  }
}

function canonicalDecimal(typed: string): string {
  const sign = typed.startsWith('-') ? '-' : '';
  const [whole, fraction] = typed.replace(/^[+-]/, '').split('.');
  const digits = BigInt(whole).toString();
  return `${sign}${fraction === undefined ? digits : `${digits}.${fraction}`}`;
}

/** Accepts `2026-01-31`, `2026/1/31`, with a time after a space or `T`. */
function formatted(typed: string, format: string): string | undefined {
  const match =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
      typed,
    );
  if (!match || (match[4] !== undefined && format === 'yyyy-MM-dd')) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  const time = DateTime.utc(year, month, day, hour, minute, second);
  return time.isValid ? time.toFormat(format) : undefined;
}
