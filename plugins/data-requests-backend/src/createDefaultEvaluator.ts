import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  isGroupEntity,
  stringifyEntityRef,
  type GroupEntity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { DefaultRequestEvaluator } from './evaluation/DefaultRequestEvaluator';
import type { EvaluatorFactory } from './EvaluatorFactory';
import { ChildProcessPreviewRunner } from './preview/ChildProcessPreviewRunner';

/** The evaluator of the plugin: repositories of the forges, rows in DuckDB. */
export const createDefaultEvaluator: EvaluatorFactory = async parts => {
  const { configs, forges, sampleSources, auth, catalog, lifecycle, logger } =
    parts;
  const preview = ChildProcessPreviewRunner.create({ logger });
  lifecycle.addShutdownHook(() => preview.stop());
  return DefaultRequestEvaluator.create({
    targets: configs,
    forges,
    sampleSources,
    preview,
    groupTitles: (entityRefs, credentials) =>
      readGroupTitles(entityRefs, { auth, catalog, credentials }),
    logger,
  });
};

/** Titles of those of the groups that the catalog shows to the caller. */
async function readGroupTitles(
  entityRefs: string[],
  options: {
    auth: AuthService;
    catalog: CatalogService;
    credentials: BackstageCredentials | undefined;
  },
): Promise<Map<string, string>> {
  const { auth, catalog } = options;
  const credentials =
    options.credentials ?? (await auth.getOwnServiceCredentials());
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs,
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile.displayName',
      ],
    },
    { credentials },
  );
  const titles = new Map<string, string>();
  for (const entity of items) {
    if (entity && isGroupEntity(entity)) {
      titles.set(stringifyEntityRef(entity), titleOf(entity));
    }
  }
  return titles;
}

function titleOf(group: GroupEntity): string {
  return (
    group.spec?.profile?.displayName ??
    group.metadata.title ??
    group.metadata.name
  );
}
