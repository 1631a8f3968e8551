/**
 * What `JSON.stringify` writes for characters that PostgreSQL stores in no
 * text: U+0000, and halves of surrogate pairs (manual, 8.14). An escaped
 * backslash in front makes it a false alarm, which costs time only.
 */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/;
const UNSTORABLE =
  /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether the JSON text of a value may hold what cannot be stored. */
export function mayBeUnstorable(json: string): boolean {
  return SUSPICIOUS.test(json);
}

/** A JSON value whose texts, names of fields too, can be stored. */
export function repairTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(UNSTORABLE, '\ufffd');
  }
  if (Array.isArray(value)) {
    return value.map(repairTexts);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name.replace(UNSTORABLE, '\ufffd'),
        repairTexts(inner),
      ]),
    );
  }
  return value;
}
