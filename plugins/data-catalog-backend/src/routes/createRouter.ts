import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { answerServerGone } from '@suido/backend-kit';
import { dataCatalogContract } from '@suido/backstage-plugin-data-catalog-common';
import { createContractRouter } from '@suido/http-contract-node';
import type { Router } from 'express';
import { datasetRoutes } from './datasetRoutes';
import type { RouteContext } from './RouteContext';
import { searchRoutes } from './searchRoutes';
import { sourceRoutes } from './sourceRoutes';

/** Serves the contract of data-catalog. */
export function createRouter(
  context: RouteContext,
  options: { readonly httpAuth: HttpAuthService },
): Router {
  const router = createContractRouter(
    dataCatalogContract,
    {
      ...searchRoutes(context),
      ...datasetRoutes(context),
      ...sourceRoutes(context),
    },
    options,
  );
  router.use(answerServerGone);
  return router;
}
