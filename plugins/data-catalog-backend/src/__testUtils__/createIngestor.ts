import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import type {
  DatasetSource,
  Snapshot,
} from '@suido/backstage-plugin-data-catalog-node';
import type { Knex } from 'knex';
import { readCatalogConfig } from '../config/readCatalogConfig';
import { openDatabase } from '../database/openDatabase';
import { CatalogAnnouncer } from '../ingestion/CatalogAnnouncer';
import { Ingestor } from '../ingestion/Ingestor';
import { PostgresSearchIndex } from '../search/PostgresSearchIndex';
import type { SearchIndex } from '../search/SearchIndex';

/** An ingestor on a database with its tables. */
export async function createIngestor(
  knex: Knex,
  options: {
    config?: JsonObject;
    search?: SearchIndex;
  } = {},
) {
  await openDatabase(mockServices.database({ knex }));
  const announced: { source: string; revision: number }[] = [];
  const logger = mockServices.logger.mock();
  const announcer = new CatalogAnnouncer({
    logger,
    events: {
      publish: async ({ eventPayload }) => {
        announced.push(eventPayload as (typeof announced)[number]);
      },
      subscribe: async () => {},
    },
  });
  const create = () =>
    new Ingestor({
      knex,
      logger,
      announcer,
      search: options.search ?? new PostgresSearchIndex(),
      config: readCatalogConfig(
        new ConfigReader({ dataCatalog: options.config ?? {} }),
      ),
    });
  return { ingestor: create(), create, announced, logger };
}

/** Makes the source known, as the plugin does when it starts. */
export async function registerSource(
  knex: Knex,
  id: string,
  kind: string,
): Promise<void> {
  await knex('sources')
    .insert({ id, kind, title: id })
    .onConflict('id')
    .ignore();
}

/** A source that tells these records. */
export function listSource(
  id: string,
  kind: string,
  records: readonly unknown[],
  snapshot: Partial<Pick<Snapshot, 'mode' | 'takenAt' | 'etag'>> = {},
): DatasetSource {
  return {
    id,
    kind,
    title: id,
    async read() {
      return {
        mode: 'full',
        takenAt: '2026-11-20T00:00:00Z',
        ...snapshot,
        batches: batchesOf(records),
        report: () => ({
          totals: {
            read: records.length,
            kept: records.length,
            repaired: 0,
            refused: 0,
          },
          reasons: [],
        }),
      };
    },
  };
}

async function* batchesOf(records: readonly unknown[]) {
  for (let start = 0; start < records.length; start += 200) {
    yield {
      // Sources are not to be trusted: what is no record comes too.
      records: records.slice(start, start + 200) as SnapshotRecord[],
    };
  }
}
