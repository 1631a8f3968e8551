import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { CallerResolver, PermissionGate } from '@suido/backend-kit';
import { datasetReadPermission } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import type { CatalogConfig } from './config/CatalogConfig';
import { SourceStore } from './database/SourceStore';
import { CatalogAnnouncer } from './ingestion/CatalogAnnouncer';
import { Ingestor } from './ingestion/Ingestor';
import { datasetResourceRef } from './permissions/datasetResource';
import { registerPermissions } from './permissions/registerPermissions';
import { PushService } from './push/PushService';
import { PostgresSearchIndex } from './search/PostgresSearchIndex';
import { SearchService } from './search/SearchService';
import { AuthorizedDatasetService } from './services/AuthorizedDatasetService';
import { AuthorizedSearchService } from './services/AuthorizedSearchService';
import { AuthorizedSourceService } from './services/AuthorizedSourceService';
import { DatasetService } from './services/DatasetService';
import { EditService } from './services/EditService';
import { SourceService } from './services/SourceService';

/** All that the plugin is made of. */
export interface PluginParts {
  readonly knex: Knex;
  readonly config: CatalogConfig;
  /** Ids of the sources that the portal reads. */
  readonly scheduled: ReadonlySet<string>;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly events: EventsService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly scheduler: SchedulerService;
  readonly userInfo: UserInfoService;
}

/** Puts stores and services together. */
export function composeServices(parts: PluginParts) {
  const { knex, config, logger, auditor } = parts;
  const search = new PostgresSearchIndex();
  registerPermissions(parts.permissionsRegistry, knex);
  const gate = PermissionGate.create({
    ...parts,
    resourceRef: datasetResourceRef,
    readPermission: datasetReadPermission,
  });
  const announcer = new CatalogAnnouncer(parts);
  const ingestor = new Ingestor({ knex, config, announcer, logger, search });
  const store = new SourceStore(knex);
  const sources = new SourceService({ ...parts, store, ingestor });
  return {
    gate,
    auditor,
    callers: CallerResolver.create(parts),
    datasets: new AuthorizedDatasetService({
      gate,
      datasets: new DatasetService(knex),
      edits: new EditService({
        knex,
        merge: config.merge,
        catalog: parts.catalog,
        announcer,
        search,
      }),
    }),
    searches: new AuthorizedSearchService({
      gate,
      search: new SearchService(knex, { synonyms: config.synonyms }),
    }),
    sources: new AuthorizedSourceService({ gate, sources }),
    push: new PushService({ config: config.push, ingestor }),
    ingestor,
    store,
    /** Ends once everything at hand is written. */
    stop: () => sources.stop(),
  };
}
