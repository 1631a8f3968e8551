import { useRouteRef } from '@backstage/frontend-plugin-api';
import { dataCatalogRouteRef } from '@suido/backstage-plugin-data-catalog-react';

/** Path of the catalog's pages. */
export function useRootPath(): string {
  return useRouteRef(dataCatalogRouteRef)?.() ?? '/data-catalog';
}
