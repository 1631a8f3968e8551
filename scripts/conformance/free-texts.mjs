import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const COUNT = 10_000;
const SEED = 20_261_121;
/** So many of them are as long as a field may be. */
const LONG_TEXTS = 12;
const LONG_LENGTH = 65_536;

/** Characters that the checks keep out of values (see `readFilterValue`). */
// eslint-disable-next-line no-control-regex
const UNTYPEABLE = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu;

const HOSTILE = [
  "'",
  '"',
  '`',
  '\\',
  "\\'",
  "''",
  "'''",
  '"""',
  ';',
  '--',
  '/*',
  '*/',
  '\n',
  '\r\n',
  '\r',
  '\t',
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
  "{{ env_var('DBT_PASSWORD') }}",
  "env_var('DBT_PASSWORD')",
  "\u0085ref('x')",
  '{% raw %}',
  '{% endraw %}',
  '{%- set x = 1 -%}',
  '${file("/etc/hostname")}',
  '%{ if true }',
  '$HOME',
  '$X',
  '__type__: subprocess.Popen',
  '__args__',
  '!!python/name:os.system',
  ': ',
  ' #',
  '- ',
  '? ',
  '<<: *x',
  '<<',
  '&a',
  '*a',
  '|',
  '>',
  '=',
  '~',
  '@',
  '%YAML 1.1',
  '---',
  '\n---\n',
  '...',
  '\n...\n',
  'yes',
  'null',
  '0x1f',
  '1_000',
  '1e3',
  '.inf',
  '2026-01-01',
  '1:30',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\u3000',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '👨‍👩‍👧',
  '𠮷',
  '水道',
  'مرحبا',
  'ＡＢＣ１２３',
  'é',
  'e\u0301',
  '```',
  '@everyone',
  '<script>',
  '[x](y)',
  '%',
  '_',
];

/** A small generator of numbers that gives the same ones for one seed. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Writes marts whose free texts are hostile, and beside them what was typed
 * where, for a program that knows nothing of the portal to compare.
 *
 * @param {string} folder to make
 * @param {ReturnType<typeof import('./generator.mjs').loadGenerator>} generator
 * @returns {Promise<string>} what was written, in words; none where the
 *   repository has not the datasets of the demo
 */
export async function writeFreeTexts(folder, generator) {
  const view = await generator.buildRepositoryView(
    generator.target,
    generator.snapshot(),
  );
  const dataset = generator.datasetKey('staging.stg_pos__stores');
  if (!view.datasets.has(dataset)) {
    return '';
  }
  const random = mulberry32(SEED);
  const slots = createSlots(random);
  const files = {};
  let marts = 0;
  const write = (name, texts) => {
    const { spec, expected } = martOf(dataset, texts);
    const { files: written } = generator.generateMart(
      generator.parseSpec(spec),
      view,
    );
    for (const [index, file] of written.entries()) {
      const path = `${name}/${file.path.split('/').at(-1)}`;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), file.content);
      files[path] = expected[index] ?? [];
    }
  };
  write('plain', { ...PLAIN_TEXTS });
  while (slots.count < COUNT) {
    marts += 1;
    write(String(marts), slots);
  }
  writeFileSync(
    join(folder, 'expected.json'),
    JSON.stringify({ count: slots.count, seed: SEED, files }),
  );
  return `${slots.count} texts in ${marts} marts, seed ${SEED}`;
}

/** Where a mart takes its texts from when they are to do no harm. */
const PLAIN_TEXTS = {
  authored: () => 'plain',
  value: () => 'plain',
  path: () => 'plain',
};

function createSlots(random) {
  let long = 0;
  const pick = list => list[Math.floor(random() * list.length)];
  const make = () => {
    slots.count += 1;
    const parts = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
      random() < 0.8
        ? pick(HOSTILE)
        : String.fromCodePoint(Math.floor(random() * 0x110000)),
    );
    const text = parts.join('');
    const isLong = long < LONG_TEXTS && slots.count % 700 === 0;
    long += isLong ? 1 : 0;
    return isLong
      ? text.repeat(Math.ceil(LONG_LENGTH / text.length)).slice(0, LONG_LENGTH)
      : text;
  };
  const slots = {
    count: 0,
    /** What people write; blank ones would leave a key out. */
    authored: (length = LONG_LENGTH) => `x${make()}`.slice(0, length),
    /** What is compared with values; some characters are refused there. */
    value: () => `x${make()}`.slice(0, LONG_LENGTH).replace(UNTYPEABLE, ''),
    /** The end of a web address. */
    path: () => encodeURI(make().replace(/\p{Cs}/gu, '')),
  };
  return slots;
}

/**
 * A mart with a text in every field that takes one.
 *
 * @returns its spec, and per file (SQL, properties, exposures) what was typed
 *   where: the path of a YAML value, or `sql`, and how it is written there
 */
function martOf(dataset, texts) {
  const typed = { sql: [], yaml: [], exposures: [] };
  const note = (file, path, how, text) => {
    typed[file].push({ path, how, text });
    return text;
  };
  const authored = (...path) =>
    note('yaml', ['models', 0, ...path], 'authored', texts.authored());
  const literal = () => note('sql', [], 'literal', texts.value());
  const operand = () => ({ kind: 'text', value: literal() });
  const definition = (...path) => ({
    en: authored(...path, 'description'),
    ja: authored(...path, 'config', 'meta', 'description_ja'),
  });
  const rows = ['given', 0, 'rows'];
  const cell = (...path) =>
    note('yaml', ['unit_tests', 0, ...path], 'fixture', texts.value());
  const consumers = ['dashboard', 'ml'].map((kind, index) => {
    const path = ['config', 'meta', 'consumers', index];
    const name = texts.authored(200);
    const url = `https://bi.example/${texts.path()}`;
    for (const [file, place, nameKey] of [
      ['yaml', ['models', 0, ...path], 'name'],
      ['exposures', ['exposures', index], 'label'],
    ]) {
      note(file, [...place, nameKey], 'authored', name);
      note(file, [...place, 'url'], 'authored', url);
    }
    return { kind, name, url, exposure: true };
  });
  const accepted = [0, 1].map(index =>
    note(
      'yaml',
      [
        ...['models', 0, 'columns', 0, 'data_tests', 2],
        ...['accepted_values', 'arguments', 'values', index],
      ],
      'argument',
      texts.value(),
    ),
  );
  const name = 'dim_free_texts';
  const calculations = [
    {
      kind: 'join-text',
      parts: [{ kind: 'column', name: 'store_name' }, operand(), operand()],
    },
    {
      kind: 'first-present',
      operands: [{ kind: 'column', name: 'store_name' }, operand()],
    },
    {
      kind: 'choose',
      choices: ['equals', 'not-equals'].map(operator => ({
        column: 'store_name',
        operator,
        value: literal(),
        result: operand(),
      })),
      otherwise: operand(),
    },
  ];
  const spec = {
    kind: 'data-mart',
    version: 2,
    target: 'data-platform',
    name,
    question: authored('config', 'meta', 'question'),
    purpose: authored('config', 'meta', 'purpose'),
    definition: definition(),
    sources: [{ alias: 'stores', dataset }],
    joins: [],
    filters: [
      ['one-of', 2],
      ['contains', 1],
      ['starts-with', 1],
      ['none-of', 2],
    ].map(([operator, count]) => ({
      source: 'stores',
      column: 'store_name',
      operator,
      values: Array.from({ length: count }, literal),
    })),
    columns: [
      ...['store_id', 'store_name'].map((column, index) => ({
        role: 'detail',
        name: column,
        definition: definition('columns', index),
        source: 'stores',
        column,
      })),
      ...calculations.map((calculation, index) => ({
        role: 'derived',
        name: `c${index}`,
        definition: definition('columns', index + 2),
        calculation,
      })),
    ],
    grain: ['store_id'],
    tests: [{ kind: 'accepted-values', column: 'store_id', values: accepted }],
    updateFrequency: 'daily',
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 1,
    consumers,
    unitTest: {
      given: [
        {
          source: 'stores',
          columns: ['store_id', 'store_name'],
          rows: [
            ['S01', cell(...rows, 0, 'store_name')],
            ['S02', cell(...rows, 1, 'store_name')],
          ],
        },
      ],
      expected: {
        columns: ['store_id', 'store_name', 'c0', 'c1', 'c2'],
        rows: [
          [
            'S01',
            ...['store_name', 'c0', 'c1', 'c2'].map(column =>
              cell('expect', 'rows', 0, column),
            ),
          ],
        ],
      },
    },
    differences: [{ subject: 'dataset:x', reason: texts.authored() }],
  };
  return { spec, expected: [typed.sql, typed.yaml, typed.exposures] };
}
