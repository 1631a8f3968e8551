import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { answerServerGone } from '@suido/backend-kit';
import { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import { createContractRouter } from '@suido/http-contract-node';
import type { Router } from 'express';
import { datasetRoutes } from './datasetRoutes';
import type { Handlers, RouteContext } from './RouteContext';
import { sourceRoutes } from './sourceRoutes';

/** Serves the contract of data-catalog; `search` where there is an index. */
export function createRouter(
  context: RouteContext,
  options: {
    readonly httpAuth: HttpAuthService;
    readonly searchRoutes?: Pick<Handlers, 'search'>;
  },
): Router {
  const handlers = { ...datasetRoutes(context), ...sourceRoutes(context) };
  const { search, ...operations } = dataCatalogContract.operations;
  const router = options.searchRoutes
    ? createContractRouter(
        dataCatalogContract,
        { ...handlers, ...options.searchRoutes },
        options,
      )
    : createContractRouter(
        { ...dataCatalogContract, operations },
        handlers,
        options,
      );
  router.use(answerServerGone);
  return router;
}
