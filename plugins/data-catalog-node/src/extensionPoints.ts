import {
  createExtensionPoint,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { DatasetSource } from './DatasetSource';

/** Where modules bring their sources. @public */
export interface DatasetSourcesExtensionPoint {
  addSource(
    source: DatasetSource,
    /** When it is read; each reading runs on one backend only. */
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): void;
}

/** @public */
export const datasetSourcesExtensionPoint =
  createExtensionPoint<DatasetSourcesExtensionPoint>({
    id: 'data-catalog.dataset-sources',
  });
