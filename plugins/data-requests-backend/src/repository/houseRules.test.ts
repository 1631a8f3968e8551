import {
  emptyMartSpec,
  martSpecSchema,
  type FileChange,
  type PredictedReviewer,
} from '@suido/backstage-plugin-data-requests-common';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  RETAIL_TARGET,
  snapshotOf,
} from '../evaluation/__testUtils__/retailRepository';
import { predictReviewers } from '../evaluation/predictReviewers';
import { generateMart } from '../generator/generateMart';
import type { TargetConfig } from '../targets/TargetConfig';
import { readDemoFiles } from './__testUtils__/demoRepository';
import {
  LOGISTICS_FILES,
  LOGISTICS_OWNERS,
  LOGISTICS_TARGET,
} from './__testUtils__/logisticsRepository';
import { buildRepositoryView } from './buildRepositoryView';
import type { RepositoryView } from './RepositoryView';

const GUIDE = resolve(
  __dirname,
  '../../../../docs/guides/target-repository.md',
);

/** The same answers of the same form, on the orders of either repository. */
function storeDays(view: RepositoryView, orders: string) {
  const dataset = [...view.datasets.values()].find(
    ({ node }) => node.name === orders,
  );
  return martSpecSchema.parse({
    ...emptyMartSpec(view.target.id),
    name: 'mart_store_days',
    question: 'How much does each store sell per day?',
    purpose: 'Morning meeting of the sales group',
    definition: { en: 'Net sales and orders per store and day.' },
    sources: [{ alias: 'orders', dataset: dataset?.input.key }],
    filters: [
      {
        source: 'orders',
        column: 'order_status',
        operator: 'one-of',
        values: ['completed'],
      },
    ],
    columns: [
      ...['ordered_on', 'store_id'].map(column => ({
        role: 'dimension',
        name: column,
        definition: { en: column === 'store_id' ? 'Store.' : 'Business day.' },
        source: 'orders',
        column,
      })),
      {
        role: 'measure',
        name: 'net_sales',
        definition: { en: 'Sum of net amounts.' },
        aggregation: 'sum',
        source: 'orders',
        column: 'net_amount',
      },
    ],
    grain: ['ordered_on', 'store_id'],
    tests: [{ kind: 'not-negative', column: 'net_sales' }],
    owner: 'group:default/sales',
    domain: 'sales',
  });
}

async function ask(options: {
  target: TargetConfig;
  files: Readonly<Record<string, string>>;
  orders: string;
  resolveOwner: (handle: string) => string | undefined;
}) {
  const view = await buildRepositoryView(
    options.target,
    snapshotOf(options.files),
  );
  expect(view.project.problems).toEqual([]);
  const { files } = generateMart(storeDays(view, options.orders), view);
  const reviewers = await predictReviewers(files, view, {
    resolveOwner: async handle => options.resolveOwner(handle),
  });
  return { view, files, reviewers };
}

const askDemo = () =>
  ask({
    target: RETAIL_TARGET,
    files: readDemoFiles(),
    orders: 'int_orders_with_totals',
    resolveOwner: handle => `group:default/${handle.slice(1)}`,
  });

const askLogistics = () =>
  ask({
    target: LOGISTICS_TARGET,
    files: LOGISTICS_FILES,
    orders: 'stg_orders',
    resolveOwner: handle => LOGISTICS_OWNERS[handle],
  });

describe('house rules of a repository', () => {
  it("writes as the demo's repository does", async () => {
    const { files, reviewers } = await askDemo();
    expect(files.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'create transform/models/marts/sales/mart_store_days.sql',
      'create transform/models/marts/sales/mart_store_days.yml',
      'create transform/tests/mart_store_days_grain.sql',
    ]);
    expect(contentOf(files[1])).toContain('is_non_negative');
    expect(reviewers.map(({ handle }) => handle)).toEqual([
      '@data-engineering',
      '@sales',
      '@data-engineering',
    ]);
  });

  it('writes as a repository with other habits does', async () => {
    const { files, reviewers } = await askLogistics();
    expect(files.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'create data_tests/mart_store_days_net_sales_not_negative.sql',
      'update models/marts/sales/_models.yml',
      'create models/marts/sales/mart_store_days.sql',
    ]);
    const shared = contentOf(files[1]);
    expect(shared).toContain('dbt_utils.unique_combination_of_columns');
    // What stood there stays, comments included.
    expect(shared).toMatch(LOGISTICS_FILES['models/marts/sales/_models.yml']);
    expect(reviewers).toEqual([
      {
        handle: '@analytics',
        pattern: '*',
        entityRef: 'group:default/analytics',
        paths: ['data_tests/mart_store_days_net_sales_not_negative.sql'],
      },
      {
        handle: '@sales-data',
        pattern: '/models/marts/sales/',
        entityRef: 'group:default/sales',
        paths: [
          'models/marts/sales/_models.yml',
          'models/marts/sales/mart_store_days.sql',
        ],
      },
    ]);
  });

  it.each([
    ['demo', askDemo],
    ['logistics', askLogistics],
  ])(
    'shows in the guide what the %s repository gets (renew with UPDATE_GUIDE=1)',
    async (name, answer) => {
      const wanted = inWords(await answer());
      const section = new RegExp(
        `(<!-- from houseRules.test.ts: ${name} -->\n)[^]*?(<!-- end -->)`,
      );
      if (process.env.UPDATE_GUIDE) {
        const renewed = readFileSync(GUIDE, 'utf8').replace(
          section,
          (_, start, end) => `${start}${wanted}${end}`,
        );
        writeFileSync(GUIDE, renewed);
      }
      expect(readFileSync(GUIDE, 'utf8').match(section)?.[0]).toContain(wanted);
    },
  );
});

function contentOf(file: FileChange): string {
  return file.action === 'delete' ? '' : file.content;
}

/** Markdown that Prettier is told to leave as it is. */
function inWords({ view, files, reviewers }: Awaited<ReturnType<typeof ask>>) {
  const parts = [
    '<!-- prettier-ignore-start -->',
    rulesTable(view),
    'The form then gives these files:',
    ...files.map(shownFile),
    'They are reviewed by:',
    reviewersTable(reviewers),
    '<!-- prettier-ignore-end -->',
  ];
  return `\n${parts.join('\n\n')}\n\n`;
}

function rulesTable({ project, target, codeowners }: RepositoryView): string {
  const { layout } = project;
  const list = (values: readonly string[]) =>
    values.map(value => `\`${value}\``).join(', ') || 'none';
  return table(
    ['house rule', 'as found'],
    [
      ['project', `\`${layout.projectName}\` in \`${target.projectPath}\``],
      ['marts lie in', `\`${layout.martFolder}/<domain>\``],
      ['domains', list(layout.domains)],
      ['names start with', list(layout.martPrefixes)],
      [
        'models are described in',
        layout.propertiesLayout === 'per-model'
          ? 'one YAML file per model'
          : 'one YAML file per folder',
      ],
      ['groups', list(project.groups.map(group => group.name))],
      ['test files lie in', list(layout.testPaths)],
      ['packages', list(layout.packages)],
      ['generic tests of its own', list(layout.genericTests)],
      ['rules of CODEOWNERS', String(codeowners.rules.length)],
    ],
  );
}

function shownFile(file: FileChange): string {
  const state = file.action === 'update' ? 'changed' : 'new';
  const language = file.path.endsWith('.sql') ? 'sql' : 'yaml';
  return [
    `\`${file.path}\` (${state})`,
    '',
    `\`\`\`${language}`,
    contentOf(file).trimEnd(),
    '```',
  ].join('\n');
}

function reviewersTable(reviewers: readonly PredictedReviewer[]): string {
  return table(
    ['owner', 'in the portal', 'because of', 'for'],
    reviewers.map(({ handle, entityRef, pattern, paths }) => [
      `\`${handle}\``,
      entityRef ? `\`${entityRef}\`` : 'nobody',
      `\`${pattern}\``,
      paths.map(path => `\`${path}\``).join('<br>'),
    ]),
  );
}

function table(head: string[], rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
