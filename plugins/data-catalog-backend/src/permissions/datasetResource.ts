import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { DATASET_RESOURCE_TYPE } from '@suido/backstage-plugin-data-catalog-common';
import type { Tier } from '@suido/vocabulary';

/** What the rules ask of a dataset. */
export interface DatasetResource {
  readonly key: string;
  readonly tier: Tier;
  readonly domain?: string;
  /** Entity ref. */
  readonly owner?: string;
}

/** What a rule asks of a row; lists and single datasets read the same. */
export type DatasetFilter =
  | { readonly property: 'owner' | 'domain'; readonly oneOf: string[] }
  | { readonly property: 'tier'; readonly below: Tier };

/** Datasets as a resource of the permission framework, named by their key. */
export const datasetResourceRef = createPermissionResourceRef<
  DatasetResource,
  DatasetFilter
>().with({
  pluginId: 'data-catalog',
  resourceType: DATASET_RESOURCE_TYPE,
});
