import { useApi } from '@backstage/frontend-plugin-api';
import type { DataCatalogClient } from '@suido/backstage-plugin-data-catalog-common';
import { dataCatalogApiRef } from './dataCatalogApiRef';

/** The client of the data-catalog API. @public */
export function useDataCatalog(): DataCatalogClient {
  return useApi(dataCatalogApiRef);
}
