import type { PermissionGate } from '@suido/backend-kit';
import type { DATA_REQUEST_RESOURCE_TYPE } from '@suido/backstage-plugin-data-requests-common';
import type { RequestFilter } from './requestResource';

/** Asks about permissions on requests. */
export type RequestGate = PermissionGate<
  RequestFilter,
  typeof DATA_REQUEST_RESOURCE_TYPE
>;
