import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { answerServerGone } from '@suido/backend-kit';
import { dataRequestsContract } from '@suido/backstage-plugin-data-requests-common';
import { createContractRouter } from '@suido/http-contract-node';
import type { Router } from 'express';
import { authoringRoutes } from './authoringRoutes';
import { draftRoutes } from './draftRoutes';
import { duplicateRoutes } from './duplicateRoutes';
import { previewRoutes } from './previewRoutes';
import { requestRoutes } from './requestRoutes';
import { reviewRoutes } from './reviewRoutes';
import type { RouteContext } from './RouteContext';

/** Serves the contract of data-requests. */
export function createRouter(
  context: RouteContext,
  options: { httpAuth: HttpAuthService },
): Router {
  const router = createContractRouter(
    dataRequestsContract,
    {
      ...previewRoutes(context),
      ...draftRoutes(context),
      ...duplicateRoutes(context),
      ...requestRoutes(context),
      ...authoringRoutes(context),
      ...reviewRoutes(context),
    },
    options,
  );
  router.use(answerServerGone);
  return router;
}
