import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DataRequestsClient } from '@suido/backstage-plugin-data-requests-common';

/** The data-requests API; the data-requests plugin brings its implementation. @public */
export const dataRequestsApiRef = createApiRef<DataRequestsClient>().with({
  id: 'plugin.data-requests.client',
  pluginId: 'data-requests',
});
