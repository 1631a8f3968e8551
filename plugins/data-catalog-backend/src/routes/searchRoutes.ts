import type { CallerResolver } from '@suido/backend-kit';
import type { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import type { ContractHandlers } from '@suido/http-contract-node';
import type { AuthorizedSearchService } from '../services/AuthorizedSearchService';

/** Finding. */
export function searchRoutes({
  callers,
  searches,
}: {
  readonly callers: CallerResolver;
  readonly searches: AuthorizedSearchService;
}): Pick<ContractHandlers<typeof dataCatalogContract>, 'search'> {
  return {
    async search({ query }, { credentials }) {
      return searches.search(query, await callers.resolve(credentials));
    },
  };
}
