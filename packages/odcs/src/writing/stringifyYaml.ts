import { Document, Scalar, visit } from 'yaml';

/**
 * What some reader of YAML 1.1 takes for a line break, or refuses: C0 controls
 * but for tab and line feed, DEL and C1 with NEL, LS and PS, byte order marks.
 */
const NOT_PLAIN =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
/** Those of them that a quoted text of the serialiser has as they are. */
const LEFT_RAW = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** A tag of its own to some readers of YAML 1.1. */
const VALUE_TAG = '=';

/**
 * YAML whose texts are the same strings to readers of 1.1 and of 1.2: to the
 * former a line separator inside a text could else begin a key.
 */
export function stringifyYaml(value: object): string {
  const document = new Document(value, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  visit(document, {
    Scalar: (_key, scalar) => {
      const text = scalar.value;
      if (
        typeof text === 'string' &&
        (text === VALUE_TAG || NOT_PLAIN.test(text))
      ) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  // They stand inside of double quotes only, where each backslash is escaped.
  return document
    .toString({ lineWidth: 0 })
    .replace(
      LEFT_RAW,
      char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
