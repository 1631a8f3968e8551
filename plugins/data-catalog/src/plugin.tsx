import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiBookOpenLine } from '@remixicon/react';
import { createDataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';
import {
  dataCatalogApiRef,
  dataCatalogRouteRef,
  datasetRouteRef,
} from '@suido/backstage-plugin-data-catalog-react';
import {
  changesRouteRef,
  newMartRouteRef,
  requestRouteRef,
  sourceRouteRef,
  sourcesRouteRef,
} from './routes';

/** Entities that are datasets. */
const DATASETS = { kind: 'resource', 'spec.type': 'dataset' };

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: dataCatalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createDataCatalogClient({ discoveryApi, fetchApi }),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/data-catalog',
    routeRef: dataCatalogRouteRef,
    // The pages draw the header themselves, with a title in the reader's language.
    noHeader: true,
    loader: () =>
      import('./DataCatalogPages').then(({ DataCatalogPages }) => (
        <DataCatalogPages />
      )),
  },
});

const datasetCard = EntityCardBlueprint.make({
  name: 'dataset',
  params: {
    type: 'content',
    filter: DATASETS,
    loader: () =>
      import('./entity/DatasetEntityCard').then(({ DatasetEntityCard }) => (
        <DatasetEntityCard />
      )),
  },
});

const datasetContent = EntityContentBlueprint.make({
  name: 'columns',
  params: {
    path: '/columns',
    title: 'Columns',
    filter: DATASETS,
    loader: () =>
      import('./entity/DatasetEntityColumns').then(
        ({ DatasetEntityColumns }) => <DatasetEntityColumns />,
      ),
  },
});

/** Pages, client, entity card and entity tab of the data catalog. @public */
export const dataCatalogPlugin = createFrontendPlugin({
  pluginId: 'data-catalog',
  title: 'Data catalog',
  icon: <RiBookOpenLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: dataCatalogRouteRef,
    dataset: datasetRouteRef,
    changes: changesRouteRef,
    sources: sourcesRouteRef,
    source: sourceRouteRef,
  },
  externalRoutes: { newMart: newMartRouteRef, request: requestRouteRef },
  extensions: [clientApi, page, datasetCard, datasetContent],
});
