import {
  createExternalRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';
import { dataCatalogRouteRef } from '@suido/backstage-plugin-data-catalog-react';

/** Where metadata comes from. */
export const sourcesRouteRef = createSubRouteRef({
  parent: dataCatalogRouteRef,
  path: '/sources',
});

/** One source with its runs. */
export const sourceRouteRef = createSubRouteRef({
  parent: dataCatalogRouteRef,
  path: '/sources/:source',
});

/** What changed in the whole catalog. */
export const changesRouteRef = createSubRouteRef({
  parent: dataCatalogRouteRef,
  path: '/changes',
});

/** The form that asks for a mart, where data requests are installed. */
export const newMartRouteRef = createExternalRouteRef({
  defaultTarget: 'data-requests.newMart',
});

/** A request of the portal, where data requests are installed. */
export const requestRouteRef = createExternalRouteRef({
  params: ['id'],
  defaultTarget: 'data-requests.request',
});
