import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';

/** The data-catalog API; the data-catalog plugin brings its implementation. @public */
export const dataCatalogApiRef = createApiRef<DataCatalogClient>().with({
  id: 'plugin.data-catalog.client',
  pluginId: 'data-catalog',
});
