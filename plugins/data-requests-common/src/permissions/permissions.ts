import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of requests in permission rules. @public */
export const DATA_REQUEST_RESOURCE_TYPE = 'data-request';

/** To ask: forms, previews, drafts, submitting. @public */
export const requestCreatePermission = createPermission({
  name: 'data-requests.request.create',
  attributes: { action: 'create' },
});

/** To see a request, its files and its timeline, and to comment on it. @public */
export const requestReadPermission = createPermission({
  name: 'data-requests.request.read',
  attributes: { action: 'read' },
  resourceType: DATA_REQUEST_RESOURCE_TYPE,
});

/** To change or withdraw a request. @public */
export const requestUpdatePermission = createPermission({
  name: 'data-requests.request.update',
  attributes: { action: 'update' },
  resourceType: DATA_REQUEST_RESOURCE_TYPE,
});

/** To approve or ask for changes. Four eyes are kept on top of it. @public */
export const requestReviewPermission = createPermission({
  name: 'data-requests.request.review',
  attributes: { action: 'update' },
  resourceType: DATA_REQUEST_RESOURCE_TYPE,
});

/** To merge. CODEOWNERS and four eyes are kept on top of it. @public */
export const requestMergePermission = createPermission({
  name: 'data-requests.request.merge',
  attributes: { action: 'update' },
  resourceType: DATA_REQUEST_RESOURCE_TYPE,
});

/** All permissions of data-requests. @public */
export const dataRequestsPermissions = [
  requestCreatePermission,
  requestReadPermission,
  requestUpdatePermission,
  requestReviewPermission,
  requestMergePermission,
];
