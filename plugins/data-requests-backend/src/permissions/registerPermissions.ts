import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  requestCreatePermission,
  requestMergePermission,
  requestReadPermission,
  requestReviewPermission,
  requestUpdatePermission,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestStore } from '../database/RequestStore';
import { requestResourceRef } from './requestResource';
import { requestRules } from './rules';

/** Tells the permission framework of our permissions, resources and rules. */
export function registerPermissions(
  permissionsRegistry: PermissionsRegistryService,
  store: RequestStore,
): void {
  permissionsRegistry.addPermissions([requestCreatePermission]);
  permissionsRegistry.addResourceType({
    resourceRef: requestResourceRef,
    permissions: [
      requestReadPermission,
      requestUpdatePermission,
      requestReviewPermission,
      requestMergePermission,
    ],
    rules: requestRules,
    getResources: ids => store.getMany(ids),
  });
}
