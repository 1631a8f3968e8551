import fc from 'fast-check';
import { findDefinitions, genericTestsOf } from './definitions';
import { readModelSql } from './readModelSql';

describe('readModelSql', () => {
  it.each<[string, string, readonly string[]]>([
    ['a ref', `select * from {{ ref('a') }}`, ['a']],
    ['double quotes, no spaces', `{{ref("a")}}`, ['a']],
    ['whitespace control', `{{- ref('a') -}}`, ['a']],
    ['a package', `{{ ref('pkg', 'a') }}`, ['a']],
    ['a version', `{{ ref('a', v=2) }}`, ['a']],
    ['a source', `{{ source('raw', 'orders') }}`, ['raw.orders']],
    [
      'order, each once',
      `{{ ref('b') }} {{ ref('a') }} {{ ref('b') }}`,
      ['b', 'a'],
    ],
    [
      'a nested call',
      `{{ union(relations=[ref('a'), ref('b')]) }}`,
      ['a', 'b'],
    ],
    ['a statement', `{% set r = ref('a') %}`, ['a']],
    ['builtins', `{{ builtins.ref('a') }}`, ['a']],
    ['an SQL comment, which dbt renders', `-- {{ ref('a') }}`, ['a']],
    ['a Jinja comment', `{# {{ ref('a') }} #}{{ ref('b') }}`, ['b']],
    ['a comment with a quote', `{# don't #}{{ ref('b') }}`, ['b']],
    ['plain SQL', `select ref('a'), '{ref("b")}'`, []],
    ['a string', `{{ log("ref('a')") }}`, []],
    ['a closing brace in a string', `{{ log('}}') ~ ref('a') }}`, ['a']],
    ['nested dictionaries', `{{ f({'a': {'b': 1}}) }}{{ ref('c') }}`, ['c']],
    ['raw', `{% raw %}{{ ref('a') }}{% endraw %}{{ ref('b') }}`, ['b']],
    ['another object', `{{ adapter.ref('a') }}`, []],
    ['a macro', `{% macro ref(name) %}{% endmacro %}`, []],
    ['an escaped quote', `{{ ref('it\\'s') }}`, ["it's"]],
    ['Japanese', `{{ ref('売上') }}`, ['売上']],
  ])('finds what is read: %s', (_, sql, dependsOn) => {
    expect(readModelSql(sql)).toMatchObject({ dependsOn, problems: [] });
  });

  it.each<[string, string, Record<string, unknown>]>([
    [
      'texts',
      `{{ config(materialized='table', schema="x") }}`,
      { materialized: 'table', schema: 'x' },
    ],
    [
      'booleans',
      `{{ config(enabled=false, x=True) }}`,
      { enabled: false, x: true },
    ],
    [
      'a dictionary',
      `{{ config({'materialized': 'table'}) }}`,
      { materialized: 'table' },
    ],
    [
      'lists',
      `{{ config(tags=['a', 'b'], after=1) }}`,
      { tags: ['a', 'b'], after: 1 },
    ],
    ['a trailing comma', `{{ config(schema='x',) }}`, { schema: 'x' }],
    [
      'an expression is unknown',
      `{{ config(schema='a' ~ var('b', 'c'), group='g') }}`,
      { group: 'g' },
    ],
    [
      'a condition is unknown',
      `{{ config(materialized='table' if target.name == 'prod' else 'view') }}`,
      {},
    ],
    [
      'a later call wins',
      `{{ config(schema='a') }}{{ config(schema='b') }}`,
      { schema: 'b' },
    ],
    ['a comment does not count', `{# {{ config(schema='a') }} #}`, {}],
    [
      'a hook with Jinja',
      `{{ config(post_hook="grant {{ x }} to y", schema='a') }}`,
      { post_hook: 'grant {{ x }} to y', schema: 'a' },
    ],
    [
      'no prototype',
      `{{ config({'__proto__': {'a': 1}}) }}`,
      { ['__proto__']: new Map([['a', 1]]) },
    ],
  ])('reads config: %s', (_, sql, config) => {
    expect([...readModelSql(sql).config]).toEqual(Object.entries(config));
  });

  it('reads meta as a mapping', () => {
    const { config } = readModelSql(
      `{{ config(meta={'owner': 'group:default/sales', 'tiers': [1, 2]}) }}`,
    );
    expect(config.get('meta')).toEqual(
      new Map<string, unknown>([
        ['owner', 'group:default/sales'],
        ['tiers', [1, 2]],
      ]),
    );
  });

  it.each([
    [`{{ ref(name) }}`, /ref\(\) is skipped/],
    [`{{ source('raw') }}`, /source\(\) is skipped/],
    [`{{ ref('a'`, /never closed/],
    [`{# open`, /never closed/],
    [`{% raw %} {{ ref('a') }}`, /never closed/],
    ['x'.repeat(1_000_001), /longer than/],
  ])('says what it cannot read: %.30s', (sql, message) => {
    const { dependsOn, problems } = readModelSql(sql);
    expect(dependsOn).toEqual([]);
    expect(problems.join()).toMatch(message);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      "'",
      '"',
      '\\',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ',',
      '=',
      ':',
      ' ref',
      ' source',
      ' config',
      ' raw',
      ' endraw',
      ' macro',
      ' snapshot',
      '-',
      '\n',
      'x',
      '1.',
      '売',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const sql = pieces.join('');
        const { dependsOn } = readModelSql(sql);
        expect(dependsOn.every(name => name !== '')).toBe(true);
        findDefinitions(sql);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps to its limits on hostile nesting', () => {
    const { problems } = readModelSql(`{{ ${'ref(['.repeat(2_000)} }}`);
    expect(problems).toHaveLength(2_000);
  });
});

describe('findDefinitions', () => {
  it('finds tests of both spellings, macros and snapshots', () => {
    const sql = `
      {% test is_positive(model, column_name) %}select 1{% endtest %}
      {%- data_test is_recent(model) -%}select 1{% enddata_test %}
      {% macro test_old(model) %}{% endmacro %}
      {% macro cents(x) %}{% endmacro %}
      {# {% test commented(model) %} #}
      {% snapshot s %}{{ ref('a') }}{% endsnapshot %}{{ ref('b') }}`;
    const definitions = findDefinitions(sql);
    expect(genericTestsOf(definitions)).toEqual(
      ['is_positive', 'is_recent', 'old'].sort(),
    );
    expect(definitions.at(-1)).toMatchObject({ kind: 'snapshot', name: 's' });
    expect(definitions.at(-1)?.body).toHaveLength(1);
  });
});
