import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import type { TargetConfig } from '../targets/TargetConfig';
import { plainText } from './authoredText';
import { generateMart } from './generateMart';

/** What dbt's Jinja makes of a text: enough of it for what we write. */
function render(text: string): string {
  const expression = /(\{\{ (?:'[^']*'|ref\('\w+'\)) \}\})/;
  return text
    .split(expression)
    .map((part, index) => {
      if (index % 2 === 0) {
        // Whatever else opens a block would be run as code
        expect(part).not.toMatch(/\{[{%#]/);
        return part;
      }
      const [, literal] = /^\{\{ '([^']*)' \}\}$/.exec(part) ?? [];
      return literal?.replace('\\n', '\n') ?? '"model"';
    })
    .join('');
}

/** The same of a test's argument, which dbt may take for a call. */
function renderArgument(text: string): string {
  expect(text).not.toMatch(
    /^[\s\p{Z}\p{Cc}]*(?:env_var|ref|var|source|doc)[\s\p{Z}\p{Cc}]*\(.+\)/u,
  );
  expect(text).not.toMatch(/\n$/);
  return render(text);
}

/** Kinds of the tokens of a query, and the contents of its texts. */
function tokenize(
  sql: string,
  dialect: TargetConfig['dialect'],
): { kinds: string; texts: string[] } {
  const hasBackslash = dialect === 'bigquery' || dialect === 'snowflake';
  const token = new RegExp(
    [
      '(?<space>\\s+)',
      hasBackslash
        ? "(?<text>'(?:[^'\\\\]|\\\\[^]|'')*')"
        : "(?<text>'(?:[^']|'')*')",
      '"(?:[^"]|"")*"|`(?:[^`\\\\]|\\\\[^])*`',
      '[A-Za-z_][A-Za-z0-9_]*',
      '\\d+(?:\\.\\d+)?',
      '<>|<=|>=|[(),.=<>*+]|-(?!-)|/(?!\\*)',
    ].join('|'),
    'y',
  );
  const kinds: string[] = [];
  const texts: string[] = [];
  while (token.lastIndex < sql.length) {
    const at = token.lastIndex;
    const match = token.exec(sql);
    if (!match) {
      throw new Error(`No token at ${JSON.stringify(sql.slice(at, at + 20))}`);
    }
    const { text, space } = match.groups ?? {};
    if (text !== undefined) {
      kinds.push('text');
      texts.push(unquote(text, hasBackslash));
    } else if (space === undefined) {
      kinds.push(match[0]);
    }
  }
  return { kinds: kinds.join(' '), texts };
}

function unquote(literal: string, hasBackslash: boolean): string {
  const inner = literal.slice(1, -1).replace(/''/g, "'");
  return hasBackslash
    ? inner.replace(/\\([^])/g, (_match, escaped: string) =>
        escaped === 'n' ? '\n' : escaped,
      )
    : inner;
}

/** Keys and kinds of values of a YAML file, without the texts. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shapeOf);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]),
      )
    : typeof value;
}

function specWith(text: string): MartSpec {
  const spec = dailySales();
  const definition = { en: `x${text}`, ja: `水${text}` };
  return {
    ...spec,
    question: `x${text}`,
    purpose: `x${text}`,
    definition,
    filters: [
      {
        source: 'orders',
        column: 'status',
        operator: 'one-of',
        values: [`x${text}`, 'completed'],
      },
      {
        source: 'orders',
        column: '備考',
        operator: 'contains',
        values: [`x${text}`],
      },
    ],
    columns: spec.columns.map(column => ({ ...column, definition })),
    tests: [
      {
        kind: 'accepted-values',
        column: 'store_id',
        values: [`x${text}`, text || 'x'],
      },
    ],
    consumers: [{ kind: 'ml', name: `x${text}`, url: `https://x/${text}` }],
  };
}

/** A value of a filter may hold anything that a form can hold. */
function isTypeable(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/u.test(text);
}

const NASTY = [
  "'",
  '"',
  '`',
  '\\',
  "\\'",
  "''",
  ';',
  '--',
  '/*',
  '*/',
  '\n',
  '\n    config:\n      post-hook: "drop table x"',
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '{{{',
  '{{%',
  '{{{\n',
  "\u0085ref('x')",
  "{{ env_var('DBT_PASSWORD') }}",
  "env_var('DBT_PASSWORD')",
  '{% raw %}',
  '{%- set x = 1 -%}',
  '${file("/etc/passwd")}',
  '$HOME',
  ': ',
  ' #',
  '- ',
  '<<: *x',
  '&a',
  '!!python/name:os.system',
  '|',
  '>',
  '=',
  '\t',
  '\u0085',
  '\u00a0',
  '\u2028',
  '\u2029 ',
  '\ufeff',
  '\u202e',
  '\u200b',
  '😀',
  '水道',
  '𠮷',
  '```',
  '@everyone',
  '%',
  '_',
  '\ufffe',
];
const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

describe.each([
  ['duckdb', 500],
  ['postgres', 50],
  ['bigquery', 100],
  ['snowflake', 100],
] as const)('free text in files for %s', (dialect, numRuns) => {
  it('changes the contents of texts and nothing else', async () => {
    const view = await retailView({ target: { dialect } });
    const plain = generateMart(specWith(''), view);
    const contents = (files: typeof plain.files) =>
      files.map(file => (file.action === 'delete' ? '' : file.content));
    const [plainSql, plainYaml] = contents(plain.files);
    const plainTokens = tokenize(render(plainSql), dialect);
    const plainShape = shapeOf(parseDocument(plainYaml).toJS());

    fc.assert(
      fc.property(hostileText.filter(isTypeable), text => {
        const { files, title } = generateMart(specWith(text), view);
        const [sql, yaml, ...tests] = contents(files);
        expect(title).toBe(plain.title);
        expect(files.map(({ path }) => path)).toEqual(
          plain.files.map(({ path }) => path),
        );
        expect(tests).toEqual(contents(plain.files).slice(2));

        const tokens = tokenize(render(sql), dialect);
        expect(tokens.kinds).toBe(plainTokens.kinds);
        expect(tokens.texts).toEqual(
          plainTokens.texts.map(plainLiteral =>
            plainLiteral === 'x' ? `x${text}` : plainLiteral,
          ),
        );

        // YAML 1.1 as PyYAML reads it, and 1.2
        for (const version of ['1.1', '1.2'] as const) {
          const document = parseDocument(yaml, { version });
          expect(document.errors).toEqual([]);
          const read = document.toJS();
          expect(shapeOf(read)).toEqual(plainShape);
          const [model] = read.models;
          const typed = plainText(`x${text}`);
          expect(render(model.description)).toBe(typed);
          expect(render(model.config.meta.question)).toBe(typed);
          expect(render(model.config.meta.purpose)).toBe(typed);
          expect(render(model.config.meta.description_ja)).toBe(
            plainText(`水${text}`),
          );
          expect(render(model.config.meta.consumers[0].name)).toBe(typed);
          for (const column of model.columns) {
            expect(render(column.description)).toBe(typed);
          }
          const { values } =
            model.columns[1].data_tests[0].accepted_values.arguments;
          expect(
            values.map(
              (value: string) =>
                tokenize(`'${renderArgument(value)}'`, dialect).texts[0],
            ),
          ).toEqual([`x${text}`, text || 'x']);
        }
        // What PyYAML refuses to read at all
        expect(yaml).not.toMatch(
          // eslint-disable-next-line no-control-regex
          /[^\t\n\r\u0020-\u007e\u00a0-\ufffd]/,
        );
      }),
      { numRuns },
    );
  });
});

it('keeps what no form can hold out of texts, too', async () => {
  const view = await retailView();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const spec = { ...dailySales(), question: `x${text}\r\n\u0000\ud800` };
      const [, file] = generateMart(spec, view).files;
      const yaml = file.action === 'create' ? file.content : '';
      const [model] = parseDocument(yaml).toJS().models;
      expect(render(model.config.meta.question)).toBe(
        plainText(`x${text}\r\n\u0000\ufffd`),
      );
    }),
    { numRuns: 500 },
  );
});
