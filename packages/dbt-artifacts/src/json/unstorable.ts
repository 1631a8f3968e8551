import type { RecordScope } from '../reasons/ReasonLedger';

// Both can reach us only as escapes: raw NUL is no JSON, and half a surrogate
// pair is no UTF-8.
const ESCAPED = /\\u(?:0000|[dD][89a-fA-F])/;
const UNSTORABLE =
  // eslint-disable-next-line no-control-regex
  /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Cheap look at the text of a record before its values are walked. */
export function mayBeUnstorable(text: string): boolean {
  return text.includes('\\u') && ESCAPED.test(text);
}

/**
 * Replaces what PostgreSQL refuses in `text` and `jsonb` (NUL, unpaired
 * surrogates) in all strings and keys.
 */
export function replaceUnstorable(value: unknown, scope: RecordScope): unknown {
  if (typeof value === 'string') {
    const replaced = value.replace(UNSTORABLE, '\ufffd');
    if (replaced !== value) {
      scope.repair('unstorable-character');
    }
    return replaced;
  }
  if (Array.isArray(value)) {
    return value.map(element => replaceUnstorable(element, scope));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, element]) => [
        replaceUnstorable(key, scope),
        replaceUnstorable(element, scope),
      ]),
    );
  }
  return value;
}
