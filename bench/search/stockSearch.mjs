import { createRequire } from 'node:module';
import { join } from 'node:path';

const TYPE = 'catalog';
const DOCUMENTS_PER_INSERT = 1_000;

/**
 * Backstage's own search on PostgreSQL with the same documents: one per
 * dataset, column, saved query and dashboard. Its own store and its own
 * translation of what is typed, called directly.
 *
 * @param {{ root: string, knex: object, rows: object }} options `knex` of a
 *   database of its own
 * @returns {Promise<{ find: (q: string) => Promise<object[]> }>}
 */
export async function createStockSearch({ root, knex, rows }) {
  const require = createRequire(join(root, 'packages/backend/package.json'));
  const {
    DatabaseDocumentStore,
    PgSearchEngine,
  } = require('@backstage/plugin-search-backend-module-pg');
  const { ConfigReader } = require('@backstage/config');
  const store = await DatabaseDocumentStore.create({
    getClient: async () => knex,
  });
  await store.transaction(async transaction => {
    await store.prepareInsert(transaction);
    let batch = [];
    for (const document of documentsOf(rows)) {
      batch.push(document);
      if (batch.length === DOCUMENTS_PER_INSERT) {
        await store.insertDocuments(transaction, TYPE, batch);
        batch = [];
      }
    }
    if (batch.length > 0) {
      await store.insertDocuments(transaction, TYPE, batch);
    }
    await store.completeInsert(transaction, TYPE, true);
  });
  const engine = new PgSearchEngine(store, new ConfigReader({}));
  return {
    async find(q) {
      const { pgQuery } = engine.translator(
        { term: q, types: [TYPE] },
        { highlightOptions: { useHighlight: false } },
      );
      const found = await store.transaction(transaction =>
        store.query(transaction, { ...pgQuery, limit: 20 }),
      );
      return found.map(({ document }) => document.found);
    },
  };
}

/** What is found is kept in the document, in the shape of our own results. */
function* documentsOf({ datasets, assets }) {
  for (const { summary, columns } of datasets) {
    const dataset = {
      id: summary.id,
      name: summary.name,
      definition: summary.definition,
    };
    yield {
      title: summary.name,
      text: [
        summary.id.name,
        summary.definition.en,
        summary.definition.ja,
      ].join(' '),
      location: summary.id.name,
      found: { kind: 'dataset', dataset, columns: [] },
    };
    for (const { name, definition } of columns) {
      yield {
        title: name,
        text: [summary.id.name, definition.en, definition.ja].join(' '),
        location: `${summary.id.name}#${name}`,
        found: { kind: 'dataset', dataset, columns: [name] },
      };
    }
  }
  for (const { record } of assets) {
    yield {
      title: record.title,
      text: record.description,
      location: record.id,
      found: { kind: record.kind, title: record.title },
    };
  }
}
