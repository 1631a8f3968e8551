import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  CLASSIFICATION_TIERS,
  type ContractDatasetsOptions,
} from '@suido/odcs';
import { tierSchema, type Tier } from '@suido/vocabulary';
import { isAbsolute } from 'node:path';

/** A folder of contracts. */
export interface ContractsConfig {
  readonly id: string;
  readonly title: string;
  /** Absolute path, or the URL of a repository's tree. */
  readonly folder: string;
  readonly reading: ContractDatasetsOptions;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
};

/** Reads `dataCatalog.odcs.contracts`. */
export function readContractsConfigs(root: Config): ContractsConfig[] {
  return (root.getOptionalConfigArray('dataCatalog.odcs.contracts') ?? []).map(
    config => {
      const id = config.getString('id');
      return {
        id,
        title: config.getOptionalString('title') ?? id,
        folder: folderOf(config, id),
        reading: {
          namespaces: new Map(
            (config.getOptionalConfigArray('servers') ?? []).map(each => [
              each.getString('server'),
              each.getString('datasetNamespace'),
            ]),
          ),
          datasetNamespace: config.getOptionalString('datasetNamespace'),
          environment: config.getOptionalString('environment'),
          tiers: tiersOf(config, id),
        },
        schedule: config.has('schedule')
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig('schedule'),
            )
          : DEFAULT_SCHEDULE,
      };
    },
  );
}

function folderOf(config: Config, id: string): string {
  const folder = config.getString('folder').replace(/\/+$/, '');
  if (!isAbsolute(folder) && !/^https?:\/\//.test(folder)) {
    throw new InputError(
      `dataCatalog.odcs.contracts, id ${id}: folder is ${folder}; give an absolute path or the URL of a repository's tree.`,
    );
  }
  return folder;
}

/** What is configured goes before the common words. */
function tiersOf(config: Config, id: string): ReadonlyMap<string, Tier> {
  const configured = (
    config.getOptionalConfigArray('classifications') ?? []
  ).map(each => {
    const classification = each.getString('classification').toLowerCase();
    const tier = tierSchema.safeParse(each.getNumber('tier'));
    if (!tier.success) {
      throw new InputError(
        `dataCatalog.odcs.contracts, id ${id}: the tier of the classification ${classification} is none of 1, 2, 3, 4.`,
      );
    }
    return [classification, tier.data] as const;
  });
  return new Map([...CLASSIFICATION_TIERS, ...configured]);
}
