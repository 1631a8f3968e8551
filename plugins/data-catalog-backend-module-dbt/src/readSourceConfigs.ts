import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { DbtProjectOptions } from '@suido/dbt-project';

/** A dbt project that is read from its repository. */
export interface ProjectSourceConfig {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly project: DbtProjectOptions;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
};

/** What dbt leaves behind, read from its target folder. */
export interface ArtifactsSourceConfig {
  readonly id: string;
  readonly title: string;
  /** Absolute path, or a URL. */
  readonly folder: string;
  readonly datasetNamespace: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Reads `dataCatalog.dbt.projects`. */
export function readProjectConfigs(root: Config): ProjectSourceConfig[] {
  return (root.getOptionalConfigArray('dataCatalog.dbt.projects') ?? []).map(
    config => {
      const id = config.getString('id');
      return {
        id,
        title: config.getOptionalString('title') ?? id,
        url: config.getString('url').replace(/\/+$/, ''),
        project: {
          projectPath: config.getOptionalString('projectPath') ?? '',
          datasetNamespace: config.getString('datasetNamespace'),
          database: config.getString('database'),
          schema: config.getString('schema'),
        },
        schedule: scheduleOf(config),
      };
    },
  );
}

/** Reads `dataCatalog.dbt.artifacts`. */
export function readArtifactsConfigs(root: Config): ArtifactsSourceConfig[] {
  return (root.getOptionalConfigArray('dataCatalog.dbt.artifacts') ?? []).map(
    config => {
      const id = config.getString('id');
      return {
        id,
        title: config.getOptionalString('title') ?? id,
        folder: config.getString('folder').replace(/\/+$/, ''),
        datasetNamespace: config.getString('datasetNamespace'),
        schedule: scheduleOf(config),
      };
    },
  );
}

function scheduleOf(config: Config): SchedulerServiceTaskScheduleDefinition {
  return config.has('schedule')
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig('schedule'),
      )
    : DEFAULT_SCHEDULE;
}
