import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The search over the whole catalog. @public */
export const dataCatalogRouteRef = createRouteRef();

/** A dataset's page; not bound where the data-catalog plugin is not installed. @public */
export const datasetRouteRef = createSubRouteRef({
  parent: dataCatalogRouteRef,
  path: '/datasets/:key',
});
