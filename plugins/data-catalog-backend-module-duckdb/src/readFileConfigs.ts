import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isAbsolute } from 'node:path';

/** A DuckDB file that is read. */
export interface FileConfig {
  readonly id: string;
  readonly title: string;
  /** Absolute. */
  readonly path: string;
  readonly datasetNamespace: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
};

/** Reads `dataCatalog.duckdb.files`. */
export function readFileConfigs(root: Config): FileConfig[] {
  return (root.getOptionalConfigArray('dataCatalog.duckdb.files') ?? []).map(
    config => {
      const id = config.getString('id');
      const path = config.getString('path');
      if (!isAbsolute(path)) {
        throw new InputError(
          `dataCatalog.duckdb.files, id ${id}: path is ${path}; give an absolute path.`,
        );
      }
      return {
        id,
        title: config.getOptionalString('title') ?? id,
        path,
        datasetNamespace: config.getString('datasetNamespace'),
        schedule: config.has('schedule')
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig('schedule'),
            )
          : DEFAULT_SCHEDULE,
      };
    },
  );
}
