import { parse } from 'yaml';
import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { appendEntries } from './appendEntries';
import { contentHash } from './contentHash';
import { generateMart } from './generateMart';

const ENTRY = { name: 'fct_new', description: 'a: "b" # c' };

describe('appendEntries', () => {
  it.each([
    ['version: 2\nmodels:\n  - name: a\n'],
    ['version: 2\nmodels:\n  - name: a # last, without line break'],
    [
      'models:\n- name: a\n  # about b\n  columns:\n  - name: x\n\n\n# the end\n',
    ],
    [
      '# head\nmodels:\n    - name: a\n      description: >\n        folded\n        text\nsources: []\n',
    ],
    ['models:\n  - {name: a, columns: [{name: x}]}\nversion: 2\n'],
    ['version: 2 # no list yet'],
  ])('keeps every line of %j', text => {
    const result = appendEntries(text, { models: [ENTRY] });
    expect(parse(result ?? '')).toEqual({
      ...parse(text),
      models: [...(parse(text).models ?? []), ENTRY],
    });
    for (const line of text.split('\n').filter(Boolean)) {
      expect(result?.split('\n')).toContain(line);
    }
  });

  it.each([
    ['models: []\n'],
    ['models: [{name: a}]\n'],
    ['models:\n'],
    ['models: x\n'],
    ['models:\n  - name: "broken\n'],
    ['- a\n'],
    ['{version: 2}\n'],
    ['version: 2\n...\n'],
    [''],
  ])('leaves %j alone', text => {
    expect(appendEntries(text, { models: [ENTRY] })).toBeUndefined();
  });
});

it('adds to one list and begins another', () => {
  const entries = { models: [ENTRY], unit_tests: [{ name: 'x' }] };
  const text = 'models:\n  - name: a\nsources: []\n';
  const result = appendEntries(text, entries) ?? '';
  expect(parse(result)).toEqual({
    models: [{ name: 'a' }, ENTRY],
    sources: [],
    unit_tests: [{ name: 'x' }],
  });
  expect(
    appendEntries(`${text}unit_tests: [{name: y}]\n`, entries),
  ).toBeUndefined();
});

describe('a mart where one file describes a folder', () => {
  const shared = `version: 2

models:
  # Orders of all stores
  - name: fct_orders
    config: {group: sales}
    columns:
      - {name: order_id, data_type: varchar}
`;
  const path = 'transform/models/marts/sales/_sales__models.yml';
  const files = {
    'transform/models/marts/sales/fct_orders.yml': 'version: 2\n',
    [path]: shared,
  };

  it('is added to that file', async () => {
    const { files: changed } = generateMart(
      dailySales(),
      await retailView({ files }),
    );
    const change = changed.find(file => file.path === path);
    expect(change).toMatchObject({
      action: 'update',
      previousContent: shared,
      content: expect.stringMatching(/^version: 2\n\nmodels:\n {2}# Orders/),
    });
    expect(changed.map(file => file.path)).not.toContain(
      'transform/models/marts/sales/fct_daily_store_sales.yml',
    );
  });

  it('gets a file of its own where that cannot be added to', async () => {
    const { files: changed } = generateMart(
      dailySales(),
      await retailView({
        files: { ...files, [path]: `models: [{name: fct_orders}]\n` },
      }),
    );
    expect(changed.map(file => [file.action, file.path])).toContainEqual([
      'create',
      'transform/models/marts/sales/fct_daily_store_sales.yml',
    ]);
  });
});

describe('contentHash', () => {
  it('depends on every path and byte, and on no order', () => {
    const file = (path: string, content: string) =>
      ({ action: 'create', path, content } as const);
    const a = file('a', 'x');
    const b = file('b', 'y');
    expect(contentHash([a, b])).toBe(contentHash([b, a]));
    const others = [
      [a],
      [a, file('b', 'y\n')],
      [a, file('bb', 'y')],
      [file('a', 'x\nb\n1\ny')],
    ];
    const hashes = [[a, b], ...others].map(contentHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('tests of a mart', () => {
  it('are written with what the project has', async () => {
    const view = await retailView({
      files: {
        'transform/packages.yml':
          'packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n',
        'transform/tests/generic/is_non_negative.sql':
          '{% test is_non_negative(model, column_name) %}select 1{% endtest %}\n',
      },
    });
    const changes = generateMart(dailySales(), view).files;
    expect(changes).toHaveLength(2);
    const [, yaml] = changes;
    const [model] = parse(yaml.action === 'create' ? yaml.content : '').models;
    expect(model.data_tests).toEqual([
      {
        'dbt_utils.unique_combination_of_columns': {
          arguments: { combination_of_columns: ['sales_month', 'store_id'] },
        },
      },
    ]);
    expect(model.columns[2].data_tests).toEqual(['is_non_negative']);
  });

  it('of one column stand at that column, once', async () => {
    const [, yaml] = generateMart(
      dailySales({
        grain: ['store_id'],
        tests: [
          { kind: 'unique', column: 'store_id' },
          { kind: 'accepted-values', column: 'order_count', values: ['１'] },
        ],
      }),
      await retailView(),
    ).files;
    const [model] = parse(yaml.action === 'create' ? yaml.content : '').models;
    expect(model.columns[1].data_tests).toEqual(['unique', 'not_null']);
    expect(model.columns[3].data_tests).toEqual([
      { accepted_values: { arguments: { values: ['1'], quote: false } } },
    ]);
  });
});
