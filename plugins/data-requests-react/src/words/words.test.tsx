import type {
  MartCalculation,
  MartColumn,
  MartFilter,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import type { Language } from '@suido/vocabulary';
import { screen } from '@testing-library/react';
import { FakeDataRequests } from '../__testUtils__/FakeDataRequests';
import { renderForm } from '../__testUtils__/renderForm';
import { shopDatasets } from '../__testUtils__/sampleData';
import { derived, shopSpec } from '../__testUtils__/shopSpec';
import { martColumnTypes } from '../mart';
import { useFormTexts, type FormTexts } from '../translation';
import { columnWords } from './columnWords';
import { filterWords } from './conditionWords';
import { grainWords } from './grainWords';

/** The sentences that a reader of a language gets. */
async function read(
  language: Language,
  write: (t: FormTexts, language: Language) => readonly (string | undefined)[],
): Promise<(string | undefined)[]> {
  function Sentences() {
    const sentences = write(useFormTexts(), useLanguage());
    return <output>{JSON.stringify(sentences)}</output>;
  }
  renderForm(<Sentences />, new FakeDataRequests(), language);
  const output = await screen.findByRole('status');
  return JSON.parse(output.textContent ?? '');
}

function filter(
  column: string,
  operator: MartFilter['operator'],
  ...values: string[]
): MartFilter {
  return { source: 'orders', column, operator, values };
}

const FILTERS: readonly [
  MartFilter,
  'text' | 'date' | 'boolean',
  string,
  string,
][] = [
  [
    filter('status', 'one-of', 'completed', 'shipped'),
    'text',
    'Only rows whose status is completed or shipped',
    'status が completed または shipped である行だけを対象にします',
  ],
  [
    filter('status', 'none-of', 'a', 'b', 'c'),
    'text',
    'Only rows whose status is none of a, b and c (empty ones stay)',
    'status が a、b、c のいずれでもない行だけを対象にします（空の行は残ります）',
  ],
  [
    filter('ordered_on', 'at-least', '2026-01-01'),
    'date',
    'Only rows whose ordered_on is 2026-01-01 or later',
    'ordered_on が 2026-01-01 以降である行だけを対象にします',
  ],
  [
    filter('is_gift', 'equals', 'true'),
    'boolean',
    'Only rows whose is_gift is yes',
    'is_gift が はい である行だけを対象にします',
  ],
  [
    filter('status', 'equals'),
    'text',
    'Only rows whose status is …',
    'status が … である行だけを対象にします',
  ],
  [
    filter('note', 'contains', `a\n\u202eb${'x'.repeat(100)}`),
    'text',
    `Only rows whose note contains a b${'x'.repeat(57)}…`,
    `note に a b${'x'.repeat(57)}… を含む行だけを対象にします`,
  ],
  [
    filter('status', 'is-not-empty'),
    'text',
    'Only rows whose status is not empty',
    'status が空でない行だけを対象にします',
  ],
];

const ratio = derived('ratio', {
  kind: 'arithmetic',
  operation: 'divide',
  left: { kind: 'column', name: 'net_amount' },
  right: { kind: 'column', name: 'orders' },
});

const CALCULATIONS: readonly [MartCalculation, string, string][] = [
  [
    { kind: 'round', of: { kind: 'column', name: 'ratio' }, digits: 2 },
    'net_amount ÷ orders, rounded to 2 digits',
    'net_amount ÷ orders（小数点以下 2 桁に四捨五入）',
  ],
  [
    { kind: 'round', of: { kind: 'column', name: 'ratio' }, digits: 1 },
    'net_amount ÷ orders, rounded to 1 digit',
    'net_amount ÷ orders（小数点以下 1 桁に四捨五入）',
  ],
  [
    { kind: 'round', of: { kind: 'column', name: 'net_amount' }, digits: -3 },
    'net_amount, rounded to steps of 1000',
    'net_amount（1000 単位に四捨五入）',
  ],
  [
    {
      kind: 'first-present',
      operands: [
        { kind: 'column', name: 'status' },
        { kind: 'text', value: 'unknown' },
      ],
    },
    'the first of status and “unknown” that is not empty',
    'status、「unknown」 のうち、最初に値があるもの',
  ],
  [
    {
      kind: 'join-text',
      parts: [
        { kind: 'column', name: 'store_id' },
        { kind: 'text', value: '-' },
        { kind: 'column', name: 'status' },
      ],
    },
    'store_id + “-” + status, one after the other',
    'store_id + 「-」 + status を順につなげた文字',
  ],
  [
    {
      kind: 'choose',
      choices: [
        {
          column: 'net_amount',
          operator: 'less-than',
          value: '10',
          result: { kind: 'text', value: 'small' },
        },
        {
          column: 'ordered_on',
          operator: 'less-than',
          value: '2026-01-01',
          result: { kind: 'text', value: 'old' },
        },
      ],
    },
    '“small” if net_amount is less than 10; “old” if ordered_on is before 2026-01-01; otherwise empty',
    'net_amount が 10 より小さいときは「small」、ordered_on が 2026-01-01 より前であるときは「old」、それ以外は空',
  ],
  [
    {
      kind: 'time-between',
      unit: 'day',
      from: { kind: 'column', name: 'ordered_on' },
      to: { kind: 'column', name: '' },
    },
    'whole days from ordered_on to …',
    'ordered_on から … までの日数',
  ],
  [
    {
      kind: 'time-part',
      part: 'day-of-week',
      of: { kind: 'column', name: 'ordered_on' },
    },
    'day of the week of ordered_on, Monday being 1',
    'ordered_on の曜日（月曜が 1）',
  ],
];

function calculationsIn(t: FormTexts) {
  const columns: MartColumn[] = [...shopSpec().columns, ratio];
  const types = martColumnTypes(shopSpec({ columns }), shopDatasets);
  return CALCULATIONS.map(([calculation]) =>
    columnWords(t, derived('x', calculation), { columns, types }),
  );
}

function grainsIn(t: FormTexts, language: Language) {
  const spec = shopSpec();
  const monthly = spec.columns.map(column =>
    column.name === 'ordered_on' && column.role === 'dimension'
      ? { ...column, timeGrain: 'month' as const }
      : column,
  );
  const specs: readonly MartSpec[] = [
    spec,
    shopSpec({ grain: ['ordered_on', 'store_id'], columns: monthly }),
    shopSpec({ grain: ['status', 'shipped_at'] }),
    shopSpec({ grain: ['gone'] }),
    shopSpec({
      columns: [spec.columns[1], { ...spec.columns[1], name: 'paid_on' }],
      grain: ['ordered_on', 'paid_on'],
    }),
    shopSpec({
      columns: [
        { ...spec.columns[0], definition: { ja: '注文を受けた店舗です。' } },
      ],
      grain: ['store_id'],
    }),
    shopSpec({
      columns: [
        {
          ...spec.columns[0],
          definition: { ja: '店舗です。本社を除きます。' },
        },
      ],
      grain: ['store_id'],
    }),
    shopSpec({ grain: [] }),
  ];
  return specs.map(one =>
    grainWords(t, one, martColumnTypes(one, shopDatasets), language),
  );
}

describe('sentences', () => {
  it('say filters in English', async () => {
    expect(
      await read('en', t =>
        FILTERS.map(([one, type]) => filterWords(t, one, type, true)),
      ),
    ).toEqual(FILTERS.map(([, , en]) => en));
  });

  it('say filters in Japanese', async () => {
    expect(
      await read('ja', t =>
        FILTERS.map(([one, type]) => filterWords(t, one, type, true)),
      ),
    ).toEqual(FILTERS.map(([, , , ja]) => ja));
  });

  it('name the source where there are several', async () => {
    expect(
      await read('en', t => [filterWords(t, FILTERS[0][0], 'text', false)]),
    ).toEqual(['Only rows whose orders.status is completed or shipped']);
  });

  it('say calculations in English', async () => {
    expect(await read('en', calculationsIn)).toEqual(
      CALCULATIONS.map(([, en]) => `x: ${en}`),
    );
  });

  it('say calculations in Japanese', async () => {
    expect(await read('ja', calculationsIn)).toEqual(
      CALCULATIONS.map(([, , ja]) => `x：${ja}`),
    );
  });

  it('say what columns hold', async () => {
    const { columns } = shopSpec();
    const types = martColumnTypes(shopSpec(), shopDatasets);
    expect(
      await read('en', t =>
        columns.map(column => columnWords(t, column, { columns, types })),
      ),
    ).toEqual([
      'store_id: orders.store_id as it is',
      'ordered_on: orders.ordered_on as it is',
      'status: orders.status as it is',
      'shipped_at: orders.shipped_at as it is',
      'net_amount: sum of orders.amount',
      'orders: number of rows of orders',
    ]);
  });

  it('say the grain in English', async () => {
    expect(await read('en', grainsIn)).toEqual([
      'One row per store per day',
      'One row per store per month',
      'One row per status per shipped at',
      'One row per gone',
      'One row per ordered_on per paid_on',
      'One row per store',
      'One row per store',
      null,
    ]);
  });

  it('say the grain in Japanese', async () => {
    expect(await read('ja', grainsIn)).toEqual([
      '店舗ごと・日ごとに 1 行',
      '店舗ごと・月ごとに 1 行',
      '注文の状態ごと・出荷日時ごとに 1 行',
      'gone ごとに 1 行',
      'ordered_on ごと・paid_on ごとに 1 行',
      '注文を受けた店舗ごとに 1 行',
      'store ごとに 1 行',
      null,
    ]);
  });
});
