import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiInboxArchiveLine } from '@remixicon/react';
import { createDataRequestsClient } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsApiRef } from '@suido/backstage-plugin-data-requests-react';
import {
  catalogEntityRouteRef,
  contributionsRouteRef,
  firstRequestRouteRef,
  newMartRouteRef,
  requestRouteRef,
  rootRouteRef,
} from './routes';

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: dataRequestsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createDataRequestsClient({ discoveryApi, fetchApi }),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/data-requests',
    routeRef: rootRouteRef,
    // The pages draw the header themselves, with a title in the reader's language.
    noHeader: true,
    loader: () =>
      import('./DataRequestsPages').then(({ DataRequestsPages }) => (
        <DataRequestsPages />
      )),
  },
});

const datasetCard = EntityCardBlueprint.make({
  name: 'dataset',
  params: {
    type: 'content',
    filter: { kind: 'resource', 'spec.type': 'dataset' },
    loader: () =>
      import('./entity/DatasetCard').then(({ DatasetCard }) => <DatasetCard />),
  },
});

/** Pages, client and entity card of data requests. @public */
export const dataRequestsPlugin = createFrontendPlugin({
  pluginId: 'data-requests',
  title: 'Data requests',
  icon: <RiInboxArchiveLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    newMart: newMartRouteRef,
    request: requestRouteRef,
    contributions: contributionsRouteRef,
    firstRequest: firstRequestRouteRef,
  },
  externalRoutes: { catalogEntity: catalogEntityRouteRef },
  extensions: [clientApi, page, datasetCard],
});
