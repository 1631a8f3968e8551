import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of datasets in permission rules. @public */
export const DATASET_RESOURCE_TYPE = 'dataset';

/** To see a dataset: in lists, counts, facets, suggestions and on its page. @public */
export const datasetReadPermission = createPermission({
  name: 'data-catalog.dataset.read',
  attributes: { action: 'read' },
  resourceType: DATASET_RESOURCE_TYPE,
});

/** To write purpose, definition, owner or tier of a dataset in the portal. @public */
export const datasetUpdatePermission = createPermission({
  name: 'data-catalog.dataset.update',
  attributes: { action: 'update' },
  resourceType: DATASET_RESOURCE_TYPE,
});

/** To see where metadata comes from and what became of each record. @public */
export const sourceReadPermission = createPermission({
  name: 'data-catalog.source.read',
  attributes: { action: 'read' },
});

/** To read a source again, and to let a held snapshot through. @public */
export const sourceManagePermission = createPermission({
  name: 'data-catalog.source.manage',
  attributes: { action: 'update' },
});

/** All permissions of data-catalog. @public */
export const dataCatalogPermissions = [
  datasetReadPermission,
  datasetUpdatePermission,
  sourceReadPermission,
  sourceManagePermission,
];
