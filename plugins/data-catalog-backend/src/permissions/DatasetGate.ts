import type { PermissionGate, Readable } from '@suido/backend-kit';
import type { DATASET_RESOURCE_TYPE } from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetFilter } from './datasetResource';

/** Asks about permissions on datasets. */
export type DatasetGate = PermissionGate<
  DatasetFilter,
  typeof DATASET_RESOURCE_TYPE
>;

/** Which datasets somebody may read. */
export type ReadableDatasets = Readable<DatasetFilter>;
