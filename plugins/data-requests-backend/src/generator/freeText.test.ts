import type {
  MartCalculation,
  MartColumn,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import type { TargetConfig } from '../targets/TargetConfig';
import { plainText } from './authoredText';
import { generateMart } from './generateMart';
import { webAddress } from './webAddress';

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
      '<>|<=|>=|\\|\\||[(),.=<>*+]|-(?!-)|/(?!\\*)',
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

/** A value that is compared or computed with: some characters are refused. */
function typeable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu, '');
}

/** A mart with a text in every field that takes one. */
function specWith(text: string): MartSpec {
  const spec = dailySales();
  const definition = { en: `x${text}`, ja: `水${text}` };
  const value = `x${typeable(text)}`;
  const operand = { kind: 'text', value } as const;
  const store = { kind: 'column', name: 'store_id' } as const;
  const calculations: MartCalculation[] = [
    { kind: 'join-text', parts: [store, operand, operand] },
    { kind: 'first-present', operands: [store, operand] },
    {
      kind: 'choose',
      choices: [
        { column: 'store_id', operator: 'equals', value, result: operand },
        {
          column: 'store_id',
          operator: 'is-empty',
          // Not looked at there
          value: text,
          result: store,
        },
      ],
      otherwise: operand,
    },
  ];
  const columns: MartColumn[] = [
    ...spec.columns,
    ...calculations.map(
      (calculation, index): MartColumn => ({
        role: 'derived',
        name: `c${index}`,
        definition,
        calculation,
      }),
    ),
  ];
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
        values: [value, 'completed'],
      },
      {
        source: 'orders',
        column: '備考',
        operator: 'contains',
        values: [value],
      },
    ],
    columns: columns.map(column => ({ ...column, definition })),
    tests: [
      {
        kind: 'accepted-values',
        column: 'store_id',
        values: [value, typeable(text) || 'x'],
      },
    ],
    consumers: [
      {
        kind: 'ml',
        name: `x${text}`,
        url: `https://x/${text}`,
        exposure: true,
      },
    ],
    unitTest: {
      given: [
        {
          source: 'orders',
          columns: ['amount', 'ordered_at', 'status', 'store_id', '備考'],
          rows: [['1.50', '2026-01-01T00:00:00', value, value, value]],
        },
        { source: 'stores', columns: ['store_id'], rows: [[value], [null]] },
      ],
      expected: {
        columns: columns.map(({ name }) => name),
        rows: [['2026-01-01', value, '1.50', 1, 0.1, value, value, value]],
      },
    },
    differences: [{ subject: 'dataset:x', reason: text }],
  };
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
  '${x}',
  '$X',
  '__type__',
  '\n---\n',
  '\n...\n',
  '<<',
  'ＡＢＣ',
  '\u202b',
  '\u0000',
  '\r\n',
  '\ud800',
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

/** What dbt makes of a cell of a fixture, as the warehouse reads it. */
function cellText(cell: string, dialect: TargetConfig['dialect']): string {
  const escaped = dialect === 'bigquery' || dialect === 'snowflake';
  const quoted = renderArgument(cell).replace(/'/g, escaped ? "\\'" : "''");
  return tokenize(`'${quoted}'`, dialect).texts[0];
}

type View = Awaited<ReturnType<typeof retailView>>;

function generated(spec: MartSpec, view: View) {
  const { files, title } = generateMart(spec, view);
  const [sql, yaml, exposures, ...tests] = files.map(file =>
    file.action === 'delete' ? '' : file.content,
  );
  return {
    title,
    paths: files.map(({ path }) => path),
    sql,
    yaml,
    exposures,
    tests,
  };
}

/** Compares the files of a mart with those of one with plain texts. */
function expectOnlyTextsToDiffer(
  text: string,
  plain: ReturnType<typeof generated>,
  view: View,
) {
  const { dialect } = view.target;
  const made = generated(specWith(text), view);
  const value = `x${typeable(text)}`;
  expect(made.title).toBe(plain.title);
  expect(made.paths).toEqual(plain.paths);
  expect(made.tests).toEqual(plain.tests);

  const tokens = tokenize(render(made.sql), dialect);
  const plainTokens = tokenize(render(plain.sql), dialect);
  expect(tokens.kinds).toBe(plainTokens.kinds);
  expect(tokens.texts).toEqual(
    plainTokens.texts.map(literal => (literal === 'x' ? value : literal)),
  );

  const typed = plainText(`x${text}`);
  const url = plainText(webAddress(`https://x/${text}`) ?? '');
  // YAML 1.1 as PyYAML reads it, and 1.2
  for (const version of ['1.1', '1.2'] as const) {
    const [read, shape, exposures, exposuresShape] = [
      made.yaml,
      plain.yaml,
      made.exposures,
      plain.exposures,
    ].map(content => {
      const document = parseDocument(content, { version });
      expect(document.errors).toEqual([]);
      return document.toJS();
    });
    expect(shapeOf(read)).toEqual(shapeOf(shape));
    expect(shapeOf(exposures)).toEqual(shapeOf(exposuresShape));

    const [model] = read.models;
    const [consumer] = model.config.meta.consumers;
    const [exposure] = exposures.exposures;
    const texts = [
      model.description,
      model.config.meta.question,
      model.config.meta.purpose,
      consumer.name,
      exposure.label,
      ...model.columns.map(
        (column: { description: string }) => column.description,
      ),
    ];
    expect(texts.map(render)).toEqual(texts.map(() => typed));
    expect([consumer.url, exposure.url].map(render)).toEqual([url, url]);
    expect(render(model.config.meta.description_ja)).toBe(
      plainText(`水${text}`),
    );
    expect({ ...exposure, label: '', url: '' }).toEqual({
      ...exposuresShape.exposures[0],
      label: '',
      url: '',
    });

    const { values } = model.columns[1].data_tests[0].accepted_values.arguments;
    expect(
      values.map(
        (argument: string) =>
          tokenize(`'${renderArgument(argument)}'`, dialect).texts[0],
      ),
    ).toEqual([value, typeable(text) || 'x']);

    const [{ given, expect: expected }] = read.unit_tests;
    const [order] = given[0].rows;
    const [result] = expected.rows;
    const cells = [
      order.status,
      order.store_id,
      order.備考,
      given[1].rows[0].store_id,
      ...['store_id', 'c0', 'c1', 'c2'].map(name => result[name]),
    ];
    expect(cells.map(cell => cellText(cell, dialect))).toEqual(
      cells.map(() => value),
    );
  }
  // What PyYAML refuses to read at all
  expect(made.yaml + made.exposures).not.toMatch(
    // eslint-disable-next-line no-control-regex
    /[^\t\n\r\u0020-\u007e\u00a0-\ufffd\u{10000}-\u{10ffff}]/u,
  );
}

describe.each([
  ['duckdb', 300],
  ['postgres', 50],
  ['bigquery', 100],
  ['snowflake', 100],
] as const)('free text in files for %s', (dialect, numRuns) => {
  it('changes the contents of texts and nothing else', async () => {
    expect.hasAssertions();
    const view = await retailView({ target: { dialect } });
    const plain = generated(specWith(''), view);
    fc.assert(
      fc.property(hostileText, text =>
        expectOnlyTextsToDiffer(text, plain, view),
      ),
      { numRuns },
    );
  });
});

// One that doubles quotes, and one that escapes them
it.each(['duckdb', 'bigquery'] as const)(
  'the longest text that a field takes breaks nothing for %s',
  async dialect => {
    expect.hasAssertions();
    const view = await retailView({ target: { dialect } });
    const plain = generated(specWith(''), view);
    const parts = NASTY.join('x');
    const text = parts.repeat(Math.ceil(65_535 / parts.length));
    expectOnlyTextsToDiffer(text.slice(0, 65_535), plain, view);
  },
);

it('needs a file of exposures, a unit test and every kind of field', async () => {
  const made = generated(specWith(''), await retailView());
  expect(made.paths).toEqual([
    'transform/models/marts/sales/fct_daily_store_sales.sql',
    'transform/models/marts/sales/fct_daily_store_sales.yml',
    'transform/models/marts/sales/fct_daily_store_sales_exposures.yml',
    'transform/tests/fct_daily_store_sales_grain.sql',
  ]);
  expect(parseDocument(made.yaml).toJS().unit_tests).toHaveLength(1);
});
