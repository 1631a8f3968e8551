import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** Texts that would do harm if they were anything but texts. */
const HOSTILE = [
  "O'Brien \\' \" \\",
  "{{ env_var('DBT_PASSWORD') }}",
  '{% set x = 1 %}{# no #} }} %}',
  "env_var('HOME')\n",
  "'; drop table x; --\n/* */ ${x} $X",
  '水道 \u2028\u2029\u0085\ufeff\u202e 😀 \t---\n...\n<<: *x',
];

/** Warehouses that are not there to be asked, but have files of their own. */
const OTHER_DIALECTS = ['postgres', 'bigquery', 'snowflake'];

/**
 * Adds marts to the copy of a repository, written by the portal's generator:
 * all kinds of calculations, a partition, exposures and unit tests, whose
 * example rows the portal proposed. What dbt makes of them is for the checks.
 *
 * @param {string} repository
 * @param {string} others folder to make, for the files of other warehouses
 * @param {ReturnType<typeof import('./generator.mjs').loadGenerator>} generator
 * @returns {Promise<string[]>} names of the marts; none where the repository
 *   has not the datasets of the demo
 */
export async function writeGeneratedMarts(repository, others, generator) {
  const snapshot = generator.snapshot();
  const view = await generator.buildRepositoryView(generator.target, snapshot);
  const specs = martSpecs(generator.datasetKey).map(generator.parseSpec);
  const isThere = specs.every(spec =>
    spec.sources.every(({ dataset }) => view.datasets.has(dataset)),
  );
  if (!isThere) {
    return [];
  }
  const preview = generator.ChildProcessPreviewRunner.create({ logger: QUIET });
  // The preview process alone keeps no program running
  const awake = setInterval(() => {}, 60_000);
  try {
    const evaluator = generator.DefaultRequestEvaluator.create({
      targets: [generator.target],
      forges: new Map([
        ['folder', { snapshot: async () => snapshot, resolveOwner() {} }],
      ]),
      sampleSources: [SAMPLES],
      preview,
      groupTitles: async refs => new Map(refs.map(ref => [ref, ref])),
      logger: QUIET,
    });
    for (const spec of specs) {
      const finished = await writeMart(repository, evaluator, spec);
      for (const dialect of OTHER_DIALECTS) {
        const { files } = generator.generateMart(
          finished,
          await generator.buildRepositoryView(
            { ...generator.target, dialect },
            snapshot,
          ),
        );
        writeFiles(join(others, dialect), files);
      }
    }
  } finally {
    await preview.stop();
    clearInterval(awake);
  }
  return specs.map(({ name }) => name);
}

async function writeMart(repository, evaluator, spec) {
  const options = { credentials: {}, withSample: true };
  const { proposal } = await evaluator.proposeUnitTest(spec, options);
  if (proposal.status !== 'available') {
    throw new Error(`${spec.name} has no example: ${proposal.reason.en}`);
  }
  const finished = { ...spec, unitTest: proposal.unitTest };
  const { checks, changeSet } = await evaluator.evaluate(finished, options);
  const problems = checks.filter(
    ({ status, severity }) => status !== 'passed' && severity === 'error',
  );
  if (problems.length > 0 || !changeSet) {
    throw new Error(
      `${spec.name}: ${problems.map(({ message }) => message.en).join(' ')}`,
    );
  }
  writeFiles(repository, changeSet.files);
  return finished;
}

function writeFiles(folder, files) {
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }
}

/** Rows as a warehouse could have them, whatever people typed into it. */
const TABLES = {
  'retail.intermediate.int_orders_with_totals': {
    order_id: ['O1', 'O2', 'O3', 'O4', "O'5", 'O6'],
    store_id: ['S01', 'S01', 'S02', 'S02', 'S03', 'S01'],
    payment_method: ['cash', ...HOSTILE.slice(0, 4), 'dropped'],
    ordered_at: [
      '2024-02-29T23:59:59',
      '2024-02-01T00:00:00',
      '2025-12-29T12:30:00',
      '2025-12-31T08:00:00',
      '1969-12-28T01:00:00',
      '2026-01-01T00:00:00',
    ],
    ordered_on: [
      '2024-02-29',
      '2024-02-01',
      '2025-12-29',
      '2025-12-31',
      '1969-12-28',
      '2026-01-01',
    ],
    item_count: [3, 0, -7, null, 25, 1],
    net_amount: [1050, -225, 0, 9999, '9007199254740993', 1],
  },
  'retail.staging.stg_pos__stores': {
    store_id: ['S01', 'S02'],
    store_name: [HOSTILE[5], '銀座'],
    opened_on: ['2020-02-29', null],
  },
  'retail.raw.raw_stores': {
    store_id: ['S01', 'S02', "S'3"],
    store_name: HOSTILE.slice(3),
    floor_area_m2: [0, null, 1200],
    opened_on: ['2020-02-29', null, '1999-12-31'],
  },
};

/** What stands for a warehouse. */
const SAMPLES = {
  accepts: () => true,
  revision: async () => '1',
  sample: async ({ name }, columns) => ({
    revision: '1',
    rowCount: Object.values(TABLES[name])[0].length,
    columns: columns.map(column => ({
      name: column,
      type: 'text',
      masked: false,
      values: TABLES[name][column],
    })),
  }),
};

const column = name => ({ kind: 'column', name });
const number = value => ({ kind: 'number', value });
const text = value => ({ kind: 'text', value });
const definition = { en: HOSTILE[1], ja: `定義 ${HOSTILE[4]}` };
const taken = (role, name, source, of, more = {}) => ({
  role,
  name,
  definition,
  source,
  column: of,
  ...more,
});
const derived = (name, calculation) => ({
  role: 'derived',
  name,
  definition,
  calculation,
});
const arithmetic = (name, operation, left, right) =>
  derived(name, { kind: 'arithmetic', operation, left, right });
const choice = (of, operator, value, result) => ({
  column: of,
  operator,
  value,
  result,
});

/** @param {(name: string) => string} keyOf key of a dataset of the demo */
function martSpecs(keyOf) {
  const common = {
    kind: 'data-mart',
    version: 2,
    target: 'data-platform',
    question: HOSTILE[2],
    purpose: HOSTILE[3],
    definition,
    updateFrequency: 'daily',
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 4,
    consumers: [
      {
        kind: 'dashboard',
        name: HOSTILE[1],
        url: 'https://bi.example/{{ x }}?a=1#b',
        exposure: true,
      },
      { kind: 'ml', name: HOSTILE[0], exposure: true },
      { kind: 'notebook', name: HOSTILE[4] },
    ],
  };
  return [totals(common, keyOf), details(common, keyOf)];
}

/** Rows in groups, with everything that is calculated from numbers and dates. */
function totals(common, keyOf) {
  const total = column('total_amount');
  const first = column('first_ordered_at');
  return {
    ...common,
    name: 'fct_conformance_totals',
    sources: [
      {
        alias: 'orders',
        dataset: keyOf('intermediate.int_orders_with_totals'),
      },
      { alias: 'stores', dataset: keyOf('staging.stg_pos__stores') },
    ],
    joins: [
      {
        source: 'stores',
        type: 'left',
        on: [
          {
            leftSource: 'orders',
            leftColumn: 'store_id',
            rightColumn: 'store_id',
          },
        ],
      },
    ],
    filters: [
      {
        source: 'orders',
        column: 'payment_method',
        operator: 'none-of',
        values: ['dropped', HOSTILE[5]],
      },
    ],
    columns: [
      taken('dimension', 'store_id', 'orders', 'store_id'),
      taken('dimension', 'sales_month', 'orders', 'ordered_at', {
        timeGrain: 'month',
      }),
      taken('dimension', 'store_name', 'stores', 'store_name'),
      taken('measure', 'total_amount', 'orders', 'net_amount', {
        aggregation: 'sum',
      }),
      taken('measure', 'average_amount', 'orders', 'net_amount', {
        aggregation: 'average',
      }),
      taken('measure', 'item_total', 'orders', 'item_count', {
        aggregation: 'sum',
      }),
      taken('measure', 'first_ordered_at', 'orders', 'ordered_at', {
        aggregation: 'minimum',
      }),
      taken('measure', 'opened_on', 'stores', 'opened_on', {
        aggregation: 'maximum',
      }),
      arithmetic('taxed', 'multiply', total, number(1.1)),
      arithmetic('per_item', 'divide', total, column('item_total')),
      arithmetic('changed', 'subtract', column('taxed'), number(-2.5)),
      derived('rounded', { kind: 'round', of: column('taxed'), digits: 1 }),
      derived('hundreds', { kind: 'round', of: total, digits: -2 }),
      derived('average_rounded', {
        kind: 'round',
        of: column('average_amount'),
        digits: 2,
      }),
      derived('items_or_zero', {
        kind: 'first-present',
        operands: [column('item_total'), number(0)],
      }),
      derived('opened_or_first', {
        kind: 'first-present',
        operands: [column('opened_on'), text('2000-01-01')],
      }),
      derived('size', {
        kind: 'choose',
        choices: [
          choice('total_amount', 'at-least', '1000', text('large')),
          choice('store_name', 'is-empty', '', text(HOSTILE[1])),
          choice('store_name', 'equals', HOSTILE[4], text("'")),
        ],
        otherwise: text(HOSTILE[2]),
      }),
      derived('weight', {
        kind: 'choose',
        choices: [
          choice('opened_on', 'less-than', '2021-01-01', number(0.5)),
          choice('first_ordered_at', 'not-equals', '2024-02-01 0:00', total),
        ],
      }),
      ...['day', 'week', 'month', 'year'].map(unit =>
        derived(`${unit}s_open`, {
          kind: 'time-between',
          unit,
          from: column('opened_on'),
          to: first,
        }),
      ),
      ...[
        'year',
        'quarter',
        'month',
        'day-of-month',
        'day-of-week',
        'hour',
      ].map(part =>
        derived(`first_${part.replaceAll('-', '_')}`, {
          kind: 'time-part',
          part,
          of: first,
        }),
      ),
    ],
    grain: ['store_id', 'sales_month', 'store_name'],
    tests: [{ kind: 'not-null', column: 'sales_month' }],
    partition: { column: 'sales_month', grain: 'month' },
  };
}

/** Single rows of a source table, with everything that is made of texts. */
function details(common, keyOf) {
  return {
    ...common,
    name: 'dim_conformance_details',
    // dbt loads the raw table for the cleaned one, and so for this mart too
    sources: [
      { alias: 'stores', dataset: keyOf('raw.raw_stores') },
      { alias: 'cleaned', dataset: keyOf('staging.stg_pos__stores') },
    ],
    joins: [
      {
        source: 'cleaned',
        type: 'inner',
        on: [
          {
            leftSource: 'stores',
            leftColumn: 'store_id',
            rightColumn: 'store_id',
          },
        ],
      },
    ],
    filters: [],
    columns: [
      taken('detail', 'store_id', 'stores', 'store_id'),
      taken('detail', 'store_name', 'stores', 'store_name'),
      taken('detail', 'floor_area', 'stores', 'floor_area_m2'),
      taken('detail', 'opened_on', 'stores', 'opened_on'),
      derived('full_label', {
        kind: 'join-text',
        parts: [
          column('store_name'),
          text(HOSTILE[0]),
          column('floor_area'),
          number(1.5),
          column('opened_on'),
          ...HOSTILE.slice(1).map(text),
        ],
      }),
      derived('name_or_none', {
        kind: 'first-present',
        operands: [column('store_name'), text(HOSTILE[3])],
      }),
    ],
    grain: ['store_id'],
    tests: [
      { kind: 'not-null', column: 'full_label' },
      { kind: 'not-negative', column: 'floor_area' },
    ],
    partition: { column: 'opened_on', grain: 'year' },
  };
}
