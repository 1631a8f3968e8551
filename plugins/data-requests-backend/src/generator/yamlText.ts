import { Document, Pair, Scalar, visit, YAMLMap } from 'yaml';

/**
 * Characters that stand in a double-quoted scalar only as an escape: those
 * that PyYAML refuses as unprintable, and those that YAML 1.1 takes for line
 * breaks or that an editor shows as nothing.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]/g;

/**
 * Words of ours that stand bare, as people write them; all other texts are
 * quoted, because bare ones may mean something else (`no`, `1:30`, `=`).
 */
const BARE_WORD = /^[a-z][a-z_.-]{3,}$/;
const NOT_BARE = new Set(['true', 'false', 'null']);

/** A key that needs no quotes: YAML 1.1 reads no truth value in it. */
const BARE_KEY = /^[a-z][a-z0-9_.]*$/;
const TRUTH_KEY = /^(?:y|n|yes|no|on|off|true|false|null)$/;

/** A row of a table on one line. */
export function flowRow(
  cells: readonly (readonly [string, string | number | boolean | null])[],
): object {
  const row = new YAMLMap();
  row.flow = true;
  cells.forEach(([key, value]) =>
    row.add(new Pair(new Scalar(key), new Scalar(value))),
  );
  return row;
}

/** A word of ours, such as the name of a test, that needs no quotes. */
export function bareWord(word: string): Scalar<string> {
  const scalar = new Scalar(word);
  if (BARE_WORD.test(word) && !NOT_BARE.has(word)) {
    scalar.type = Scalar.PLAIN;
  }
  return scalar;
}

/**
 * Writes a value such that both YAML 1.1 (PyYAML, dbt) and 1.2 read it back:
 * every text in double quotes, nothing folded, no anchors.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (key, node) => {
      if (typeof node.value !== 'string' || node.type) {
        return;
      }
      const isBareKey =
        key === 'key' &&
        BARE_KEY.test(node.value) &&
        !TRUTH_KEY.test(node.value);
      if (!isBareKey) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document
    .toString({
      defaultStringType: Scalar.QUOTE_DOUBLE,
      defaultKeyType: Scalar.PLAIN,
      lineWidth: 0,
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    })
    .replace(UNPRINTABLE, escapeOf);
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code <= 0xff
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
