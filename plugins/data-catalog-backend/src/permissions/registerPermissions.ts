import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  datasetReadPermission,
  datasetUpdatePermission,
  sourceManagePermission,
  sourceReadPermission,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { loadDatasetResources } from '../database/loadDatasetResources';
import { datasetResourceRef } from './datasetResource';
import { datasetRules } from './rules';

/** Tells the permission framework of our permissions, resources and rules. */
export function registerPermissions(
  permissionsRegistry: PermissionsRegistryService,
  knex: Knex,
): void {
  permissionsRegistry.addPermissions([
    sourceReadPermission,
    sourceManagePermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: datasetResourceRef,
    permissions: [datasetReadPermission, datasetUpdatePermission],
    rules: datasetRules,
    getResources: keys => loadDatasetResources(knex, keys),
  });
}
