import type { AuditorService } from '@backstage/backend-plugin-api';
import type { CallerResolver } from '@suido/backend-kit';
import type { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import type { ContractHandlers } from '@suido/http-contract-node';
import type { AuthorizedDatasetService } from '../services/AuthorizedDatasetService';
import type { AuthorizedSearchService } from '../services/AuthorizedSearchService';
import type { AuthorizedSourceService } from '../services/AuthorizedSourceService';

/** The handlers of the contract. */
export type Handlers = ContractHandlers<typeof dataCatalogContract>;

/** What routes call: services behind permissions, and the audit log. */
export interface RouteContext {
  readonly callers: CallerResolver;
  readonly datasets: AuthorizedDatasetService;
  readonly searches: AuthorizedSearchService;
  readonly sources: AuthorizedSourceService;
  readonly auditor: AuditorService;
}
