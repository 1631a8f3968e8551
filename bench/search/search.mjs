import { percentile } from '../percentile.mjs';
import {
  buildIndex,
  createDatabase,
  createTables,
  insertRows,
  loadPlugin,
} from './database.mjs';
import { processCpuMs } from './processCpu.mjs';
import { drawQueries, QUERY_KINDS } from './queries.mjs';
import { createStockSearch } from './stockSearch.mjs';
import { readWarehouse } from './warehouse.mjs';

/** Drawn with another seed than any that was used while tuning. */
const SEED = 20_261_121;
const QUERIES_PER_KIND = 60;
const WARM_UP = 20;
const REPLACEMENTS = 50;
const PEER = 'stock Backstage search';

/**
 * Search over a real warehouse: how fast, how costly, and whether people find
 * what they look for; beside Backstage's own search on the same documents.
 *
 * @param {{ root: string, connection: string, data: string, terms: string,
 *   seed?: number, withPeer?: boolean,
 *   progress: { step: (name: string, work: () => Promise<unknown>) => Promise<unknown> } }} context
 *   `connection` may create databases on a PostgreSQL of this machine; `data`
 *   and `terms` as {@link readWarehouse} takes them
 * @returns {Promise<import('../results.mjs').Result[]>}
 */
export async function measureSearch(context) {
  const { root, connection, data, terms, progress } = context;
  const plugin = loadPlugin(root);
  const warehouse = readWarehouse({ data, terms });
  const queries = drawQueries(warehouse, {
    seed: context.seed ?? SEED,
    perKind: QUERIES_PER_KIND,
  });
  const databases = [];
  const open = async () => {
    const database = await createDatabase({ plugin, connection });
    databases.push(database);
    return database.knex;
  };
  const figures = { queries, columns: columnsOf(warehouse) };
  try {
    const knex = await open();
    await createTables({ root, knex });
    const rows = await insertRows({ plugin, knex, warehouse });
    const meter = await createMeter(knex);
    await progress.step('Index of a warehouse', async () => {
      figures.build = await meter(() => buildIndex({ plugin, knex, rows }));
    });
    await progress.step('One dataset after another again', async () => {
      figures.replaced = await replaceSome({ plugin, knex, rows });
    });
    const service = new plugin.SearchService(knex);
    await progress.step(`${queries.length} searches`, async () => {
      figures.ours = await ask(queries, meter, async q => {
        const query = plugin.searchQuerySchema.parse({ q });
        return (await service.search(query, 'all')).items;
      });
    });
    if (context.withPeer ?? true) {
      await progress.step('The same with stock search', async () => {
        const stockKnex = await open();
        const stock = await createStockSearch({ root, knex: stockKnex, rows });
        figures.theirs = await ask(
          queries,
          await createMeter(stockKnex),
          stock.find,
        );
      });
    }
  } finally {
    for (const { drop } of databases) {
      await drop();
    }
  }
  return results(figures);
}

const columnsOf = ({ datasets }) =>
  datasets.reduce((sum, { columns }) => sum + columns.length, 0);

/** Measures work that runs here and on the one connection of a pool. */
async function createMeter(knex) {
  const { rows } = await knex.raw('select pg_backend_pid() as pid');
  const [{ pid }] = rows;
  return async work => {
    const server = processCpuMs(pid);
    const own = process.cpuUsage();
    const startedAt = performance.now();
    await work();
    const { user, system } = process.cpuUsage(own);
    const served = processCpuMs(pid);
    return {
      ms: performance.now() - startedAt,
      cpuMs:
        served === undefined
          ? undefined
          : served - server + (user + system) / 1_000,
    };
  };
}

async function replaceSome({ plugin, knex, rows }) {
  const index = new plugin.PostgresSearchIndex();
  const times = [];
  const step = Math.floor(rows.datasets.length / REPLACEMENTS);
  for (let at = 0; at < rows.datasets.length; at += step) {
    const startedAt = performance.now();
    await knex.transaction(async transaction => {
      await index.replaceDatasets(transaction, [rows.datasets[at]]);
      await index.finish(transaction);
    });
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function ask(queries, meter, find) {
  for (const { q } of queries.slice(0, WARM_UP)) {
    await find(q);
  }
  const times = [];
  const found = new Map();
  const { cpuMs } = await meter(async () => {
    for (const { kind, language, q, isRight } of queries) {
      const startedAt = performance.now();
      const items = await find(q);
      times.push(performance.now() - startedAt);
      const tally = found.get(`${language} ${kind}`) ?? { right: 0, asked: 0 };
      tally.asked += 1;
      tally.right += items.slice(0, 3).some(item => isRight(item, q)) ? 1 : 0;
      found.set(`${language} ${kind}`, tally);
    }
  });
  return {
    times,
    cpuMs: cpuMs === undefined ? undefined : cpuMs / queries.length,
    success: kinds => {
      const chosen = [...found].filter(([kind]) => kinds(kind));
      const sum = field =>
        chosen.reduce((total, [, tally]) => total + tally[field], 0);
      return Number(((100 * sum('right')) / sum('asked')).toFixed(1));
    },
  };
}

function results({ ours, theirs, build, replaced, queries, columns }) {
  const work = `${queries.length} queries over ${columns.toLocaleString(
    'en',
  )} columns`;
  const beside = (figure, unit, of, goal, what = work) => ({
    figure,
    unit,
    ours: of(ours),
    goal,
    ...(theirs && { peer: PEER, theirs: of(theirs) }),
    work: what,
  });
  const success = (what, kinds, goal) =>
    beside(`search success@3, ${what}`, '%', side => side.success(kinds), goal);
  return [
    beside('search p50', 'ms', side => rounded(percentile(side.times, 0.5))),
    beside(
      'search p95',
      'ms',
      side => rounded(percentile(side.times, 0.95)),
      '<= 50',
    ),
    ...(ours.cpuMs === undefined
      ? []
      : [beside('search CPU', 'ms', side => rounded(side.cpuMs), '<= 5')]),
    success('all', () => true, '>= 95'),
    success('typos', kind => kind.endsWith('typo'), '>= 85'),
    ...['en', 'ja'].flatMap(language =>
      QUERY_KINDS.map(kind =>
        success(`${language} ${kind}`, each => each === `${language} ${kind}`),
      ),
    ),
    ...(build.cpuMs === undefined
      ? []
      : [
          {
            figure: 'search index, CPU',
            unit: 's',
            ours: rounded(build.cpuMs / 1_000),
            goal: '<= 10',
            work: `${columns.toLocaleString(
              'en',
            )} columns, here and in PostgreSQL`,
          },
        ]),
    {
      figure: 'search index, one dataset again, p95',
      unit: 'ms',
      ours: rounded(percentile(replaced, 0.95)),
      work: `${replaced.length} datasets, one transaction each`,
    },
  ];
}

const rounded = value => Number(value.toFixed(1));
