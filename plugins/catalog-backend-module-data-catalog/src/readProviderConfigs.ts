import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { DbtProjectOptions } from '@suido/dbt-project';

/** One repository that the catalog reads. */
export interface ProviderConfig {
  readonly id: string;
  readonly url: string;
  readonly project: DbtProjectOptions;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 30 },
  timeout: { minutes: 1 },
};

/** Reads `catalog.providers.dataCatalog`. */
export function readProviderConfigs(root: Config): readonly ProviderConfig[] {
  const providers = root.getOptionalConfig('catalog.providers.dataCatalog');
  return (providers?.keys() ?? []).flatMap(id => {
    const config = providers?.getConfig(id);
    return config ? [readProviderConfig(id, config)] : [];
  });
}

function readProviderConfig(id: string, config: Config): ProviderConfig {
  return {
    id,
    url: config.getString('url').replace(/\/+$/, ''),
    project: {
      projectPath: config.getOptionalString('projectPath') ?? '',
      datasetNamespace: config.getString('datasetNamespace'),
      database: config.getString('database'),
      schema: config.getString('schema'),
    },
    schedule: {
      ...(config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : DEFAULT_SCHEDULE),
      // Each replica compares with what it saw itself, so each has to look
      scope: 'local',
    },
  };
}
