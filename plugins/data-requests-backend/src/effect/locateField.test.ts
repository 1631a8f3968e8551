import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import {
  dailySales,
  retailView,
} from '../evaluation/__testUtils__/retailRepository';
import { generateMart } from '../generator/generateMart';
import { locateField } from './locateField';

const NAME = 'fct_daily_store_sales';

/** Each line of a text with the field that it is said to come from. */
function located(
  spec: MartSpec,
  path: string,
  content: string,
): [string, string | undefined][] {
  const fieldAt = locateField(spec, { path, content });
  return content
    .split('\n')
    .map((text, index) => [text.trim(), fieldAt(index + 1)]);
}

async function filesOf(spec: MartSpec): Promise<Map<string, string>> {
  const { files } = generateMart(spec, await retailView());
  return new Map(
    files.map(file => [
      file.path.split('/').at(-1) ?? '',
      file.action === 'delete' ? '' : file.content,
    ]),
  );
}

/** The field of the one line that begins so, in a generated file. */
async function fieldOf(spec: MartSpec, file: string, start: string) {
  const content = (await filesOf(spec)).get(file) ?? '';
  const found = located(spec, `models/${file}`, content).filter(([text]) =>
    text.startsWith(start),
  );
  expect(found.map(([text]) => text)).toHaveLength(1);
  return found[0][1];
}

describe('locateField', () => {
  it('knows every column, join and filter of a generated model', async () => {
    const spec = dailySales();
    const content = (await filesOf(spec)).get(`${NAME}.sql`) ?? '';
    const fields = located(spec, `x/${NAME}.sql`, content).filter(
      ([text]) => text !== '',
    );
    const expected: [RegExp, string | undefined][] = [
      [/orders as \($/, 'sources.0'],
      [/^select \* from \{\{ ref\('stg_orders'\) \}\}$/, 'sources.0'],
      [/^stores as \($/, 'sources.1'],
      [/as sales_month,$/, 'columns.0'],
      [/^sales_month,$/, 'columns.0'],
      [/^orders\.store_id,$/, 'columns.1'],
      [/as net_sales,$/, 'columns.2'],
      [/^count\(\*\) as order_count$/, 'columns.3'],
      [/nullif\(order_count, 0\)$/, 'columns.4'],
      [/^as average_order_value$/, 'columns.4'],
      [/^left join stores$/, 'joins.0'],
      [/^on orders\.store_id = stores\.store_id$/, 'joins.0'],
      [/^orders\.status in/, 'filters.0'],
      [/^and orders\.ordered_on >=/, 'filters.1'],
      [/^group by/, undefined],
      [/^from orders$/, undefined],
      [/^select \* from final$/, undefined],
    ];
    for (const [pattern, field] of expected) {
      const found = fields.filter(([text]) => pattern.test(text));
      expect([pattern, found.map(([, each]) => each)]).toEqual([
        pattern,
        [field],
      ]);
    }
  });

  it('keeps to the condition when texts and calculations run over lines', async () => {
    const spec = dailySales({
      filters: [
        {
          source: 'orders',
          column: 'status',
          operator: 'equals',
          values: ["a\nand b) {{ x }} 'c'\n-- d"],
        },
        {
          source: 'orders',
          column: 'is_gift',
          operator: 'equals',
          values: ['true'],
        },
      ],
      columns: [
        ...dailySales().columns.slice(0, 4),
        {
          role: 'derived',
          name: 'size_class',
          definition: { en: 'Size.' },
          calculation: {
            kind: 'choose',
            choices: [
              {
                column: 'order_count',
                operator: 'at-least',
                value: '100',
                result: { kind: 'text', value: 'from where, and so on' },
              },
            ],
            otherwise: { kind: 'text', value: 'small' },
          },
        },
      ],
    });
    const content = (await filesOf(spec)).get(`${NAME}.sql`) ?? '';
    const fields = new Map(located(spec, `${NAME}.sql`, content));
    const at = (start: string) =>
      [...fields].find(([text]) => text.startsWith(start))?.[1];
    expect(at('and b)')).toBe('filters.0');
    expect(at('-- d')).toBe('filters.0');
    expect(at('and orders.is_gift')).toBe('filters.1');
    expect(at('case')).toBe('columns.4');
    expect(at('when order_count')).toBe('columns.4');
    expect(at('end')).toBe('columns.4');
  });

  it.each([
    ['description: "Sales per', 'definition'],
    ['group:', 'owner'],
    ['owner:', 'owner'],
    ['question:', 'question'],
    ['purpose:', 'purpose'],
    ['update_frequency:', 'updateFrequency'],
    ['sensitivity_tier: 3', 'tier'],
    ['description_ja: "店舗', 'definition'],
    ['- kind: dashboard', 'consumers.0'],
    ['url:', 'consumers.0'],
    ['- name: "sales_month"', 'columns.0.name'],
    ['data_type: date', 'columns.0'],
    ['description: "First day', 'columns.0.definition'],
    ['description_ja: "月の', 'columns.0.definition'],
    ['- not_null', 'tests.0'],
    ['- accepted_values', 'tests.2'],
    ['- "S\'\'02"', 'tests.2'],
    ['description: "売上', 'columns.2.definition'],
    ['version: 2', undefined],
    ['enforced: true', undefined],
  ])('of the properties, %s is %s', async (start, field) => {
    expect(await fieldOf(dailySales(), `${NAME}.yml`, start)).toBe(field);
  });

  it('knows what the grain promises, exposures, and tests with files', async () => {
    const spec = dailySales({
      grain: ['store_id'],
      tests: [{ kind: 'not-negative', column: 'net_sales' }],
      consumers: [
        { kind: 'analysis', name: ' ', exposure: true },
        { kind: 'dashboard', name: 'Board', exposure: true },
      ],
    });
    expect(await fieldOf(spec, `${NAME}.yml`, '- unique')).toBe('grain');
    expect(await fieldOf(spec, `${NAME}.yml`, '- kind: dash')).toBe(
      'consumers.1',
    );
    expect(await fieldOf(spec, `${NAME}_exposures.yml`, 'label:')).toBe(
      'consumers.1',
    );
    const file = `${NAME}_net_sales_not_negative.sql`;
    expect(await fieldOf(spec, file, 'where')).toBe('tests.0');
    const both = dailySales();
    expect(await fieldOf(both, `${NAME}_grain.sql`, 'having')).toBe('grain');
  });

  it('finds a field at its new place, and none for what is gone', async () => {
    const content = (await filesOf(dailySales())).get(`${NAME}.yml`) ?? '';
    const spec = dailySales({ columns: dailySales().columns.slice(2) });
    const fieldAt = (start: string) =>
      located(spec, `${NAME}.yml`, content).find(([text]) =>
        text.startsWith(start),
      )?.[1];
    expect(fieldAt('description: "売上')).toBe('columns.0.definition');
    expect(fieldAt('description: "First day')).toBeUndefined();
  });

  it('leaves other models of a shared file alone', () => {
    const shared = [
      'models:',
      '  - name: other',
      '    description: Theirs',
      `  - name: ${NAME}`,
      '    description: >-',
      '      Ours,',
      '      folded',
      'unit_tests:',
      '  - name: t',
      `    model: ${NAME}`,
      '    given: []',
    ].join('\n');
    const fields = located(dailySales(), 'a/_models.yaml', shared);
    expect(fields.map(([, field]) => field)).toEqual([
      ...[undefined, undefined, undefined],
      ...['name', 'definition', 'definition', 'definition'],
      undefined,
      ...['unitTest', 'unitTest', 'unitTest'],
    ]);
  });

  it('reads any text, as any file, without throwing', () => {
    const pieces = fc.constantFrom(
      ...["'", '"', '`', '(', ')', '\n', ' ', ',', '.', '\\', '{{', '}}', '--'],
      ...['/*', 'select', 'from', 'where', 'and', 'join', 'left', 'as', 'on'],
      ...['orders', 'net_sales', 'models:', '- ', 'name: ', NAME, ': ', '&a '],
    );
    const text = fc.array(pieces, { maxLength: 60 }).map(all => all.join(''));
    const names = [`${NAME}.sql`, `${NAME}.yml`, 'tests/x.sql', 'README.md'];
    fc.assert(
      fc.property(text, fc.constantFrom(...names), (content, path) => {
        const fieldAt = locateField(dailySales(), { path, content });
        for (const line of [0, 1, 2, 99]) {
          expect(['string', 'undefined']).toContain(typeof fieldAt(line));
        }
      }),
    );
  });

  it('stays quick on texts made to be slow', () => {
    const spec = dailySales();
    for (const piece of [
      "'",
      '"',
      '(',
      'select ',
      '{{',
      "{{ '{{' ",
      '/*',
      'a,',
    ]) {
      const content = piece.repeat(20_000);
      locateField(spec, { path: `${NAME}.sql`, content })(1);
    }
    const nested = `${'['.repeat(500)}\n`;
    expect(
      locateField(spec, { path: 'a.yml', content: nested })(1),
    ).toBeUndefined();
  });
});
