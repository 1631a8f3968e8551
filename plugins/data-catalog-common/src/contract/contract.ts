import { defineContract } from '@suido/http-contract';
import { z } from 'zod';
import { datasetChangeSchema } from '../dataset/changes';
import { columnSchema, datasetSchema } from '../dataset/Dataset';
import { datasetEditSchema } from '../dataset/edits';
import { searchQuerySchema, searchResultSchema } from '../search/search';
import { catalogSourceSchema, sourceRunSchema } from '../sources/CatalogSource';

const datasetParams = z.object({ key: z.string().min(1).max(63) });
const sourceParams = z.object({ source: z.string().min(1).max(128) });
const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};

/** What is said of a pushed snapshot beside its records. @public */
export const pushSnapshotQuerySchema = z.object({
  /** `full`: what is not told is gone, of this source. */
  mode: z.enum(['full', 'delta']),
  /** When the source was as it is told; older than what is stored is refused. */
  takenAt: z.iso.datetime({ offset: true }),
});

/** Most columns in one answer. @public */
export const MAX_COLUMNS_PER_PAGE = 1_000;

/**
 * The HTTP API of data-catalog.
 * @public
 */
export const dataCatalogContract = defineContract({
  pluginId: 'data-catalog',
  title: 'Suido data catalog',
  version: '1.0.0',
  operations: {
    search: {
      method: 'get',
      path: '/v1/search',
      summary: 'Finds datasets, columns, saved queries and dashboards',
      permission: 'data-catalog.dataset.read',
      query: searchQuerySchema,
      status: 200,
      response: searchResultSchema,
    },
    getDataset: {
      method: 'get',
      path: '/v1/datasets/{key}',
      summary: 'All that is known of a dataset, and who says so',
      permission: 'data-catalog.dataset.read',
      params: datasetParams,
      status: 200,
      response: datasetSchema,
    },
    listColumns: {
      method: 'get',
      path: '/v1/datasets/{key}/columns',
      summary: 'Columns of a dataset, in its order',
      permission: 'data-catalog.dataset.read',
      params: datasetParams,
      query: z.object({
        /** Only columns whose name or definition has these letters. */
        q: z.string().max(200).default(''),
        offset: z.coerce.number().int().min(0).default(0),
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(MAX_COLUMNS_PER_PAGE)
          .default(200),
      }),
      status: 200,
      response: z.object({
        items: z.array(columnSchema),
        total: z.number().int(),
      }),
    },
    editDataset: {
      method: 'put',
      path: '/v1/datasets/{key}/edits',
      summary: 'Writes what counts before what the sources say',
      permission: 'data-catalog.dataset.update',
      params: datasetParams,
      body: z.object({
        edit: datasetEditSchema,
        /** The revision that the writer saw; refused when it moved. */
        revision: z.number().int(),
      }),
      status: 200,
      response: datasetSchema,
    },
    listDatasetChanges: {
      method: 'get',
      path: '/v1/datasets/{key}/changes',
      summary: 'History of a dataset, newest first',
      permission: 'data-catalog.dataset.read',
      params: datasetParams,
      query: z.object(page),
      status: 200,
      response: z.object({
        items: z.array(datasetChangeSchema),
        nextCursor: z.string().optional(),
      }),
    },
    listChanges: {
      method: 'get',
      path: '/v1/changes',
      summary: 'What changed in the whole catalog, newest first',
      permission: 'data-catalog.dataset.read',
      query: z.object({
        /** Only what changed at or after this time. */
        since: z.iso.datetime({ offset: true }).optional(),
        ...page,
      }),
      status: 200,
      response: z.object({
        items: z.array(datasetChangeSchema),
        nextCursor: z.string().optional(),
      }),
    },
    listSources: {
      method: 'get',
      path: '/v1/sources',
      summary: 'Where metadata comes from',
      permission: 'data-catalog.source.read',
      status: 200,
      response: z.object({ items: z.array(catalogSourceSchema) }),
    },
    listSourceRuns: {
      method: 'get',
      path: '/v1/sources/{source}/runs',
      summary: 'What was read from a source, newest first',
      permission: 'data-catalog.source.read',
      params: sourceParams,
      query: z.object(page),
      status: 200,
      response: z.object({
        items: z.array(sourceRunSchema),
        nextCursor: z.string().optional(),
      }),
    },
    refreshSource: {
      method: 'post',
      path: '/v1/sources/{source}/refresh',
      summary: 'Reads a source again, soon',
      permission: 'data-catalog.source.manage',
      params: sourceParams,
      status: 202,
      response: catalogSourceSchema,
    },
    releaseRun: {
      method: 'post',
      path: '/v1/sources/{source}/runs/{run}/release',
      summary: 'Lets a held snapshot through',
      permission: 'data-catalog.source.manage',
      params: sourceParams.extend({ run: z.ulid() }),
      status: 202,
      response: sourceRunSchema,
    },
  },
  streams: {
    pushSnapshot: {
      method: 'put',
      path: '/v1/sources/{source}/snapshot',
      summary:
        'Takes in a snapshot: records as JSON Lines, as they are or with Content-Encoding gzip, by the token of a machine that is mapped to the source',
      contentType: 'application/x-ndjson',
      params: sourceParams,
      query: pushSnapshotQuerySchema,
      status: 200,
      response: sourceRunSchema,
    },
  },
});
