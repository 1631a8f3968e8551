import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of requests. */
export const rootRouteRef = createRouteRef();

/** The form for a new mart. */
export const newMartRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/new/data-mart',
});

/** One request: its state and its review. */
export const requestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/requests/:id',
});

/** The marts that the reader's requests brought. */
export const contributionsRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/contributions',
});

/** How a first request goes. */
export const firstRequestRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/first-request',
});

/** An entity's page, where the portal has a catalog. */
export const catalogEntityRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'catalog.catalogEntity',
});
