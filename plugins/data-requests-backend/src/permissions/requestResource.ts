import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { DATA_REQUEST_RESOURCE_TYPE } from '@suido/backstage-plugin-data-requests-common';
import type { Tier } from '@suido/vocabulary';
import type { StoredRequest } from '../database/StoredRequest';

/** What a rule asks of a row; lists and single requests read the same. */
export type RequestFilter =
  | { readonly property: 'requester' | 'owner'; readonly oneOf: string[] }
  | { readonly property: 'tier'; readonly below: Tier };

/** Requests as a resource of the permission framework. */
export const requestResourceRef = createPermissionResourceRef<
  StoredRequest,
  RequestFilter
>().with({
  pluginId: 'data-requests',
  resourceType: DATA_REQUEST_RESOURCE_TYPE,
});
