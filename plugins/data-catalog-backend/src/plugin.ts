import { createDataCatalogPlugin } from './createPlugin';

/** One catalog of datasets, merged from many tellers. */
export const dataCatalogPlugin = createDataCatalogPlugin();
