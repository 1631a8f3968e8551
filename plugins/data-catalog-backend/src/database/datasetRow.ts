import type {
  DatasetSummary,
  DatasetType,
} from '@suido/backstage-plugin-data-catalog-common';
import type { Layer, Tier, UpdateFrequency } from '@suido/vocabulary';
import type { DatasetDetail } from '../merge/ResolvedDataset';

/** A row of `datasets`. */
export interface DatasetRow {
  readonly id: string;
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly short_name: string;
  readonly type: DatasetType | null;
  readonly layer: Layer | null;
  readonly domain: string | null;
  readonly owner_ref: string | null;
  readonly owner_label: string | null;
  readonly owner_is_personal: boolean;
  readonly tier: Tier;
  readonly own_tier: Tier | null;
  readonly columns_tier: Tier | null;
  readonly inherited_tier: Tier | null;
  readonly update_frequency: UpdateFrequency | null;
  readonly definition_en: string | null;
  readonly definition_ja: string | null;
  readonly lifecycle: DatasetSummary['lifecycle'];
  readonly loaded_at: Date | null;
  readonly column_count: number;
  readonly completeness: number;
  readonly tags: string[];
  readonly sources: string[];
  readonly revision: string;
  readonly first_seen_at: Date;
  readonly changed_at: Date;
  readonly removed_at: Date | null;
}

/**
 * What `dataset_details.detail` holds: names are read from `dataset_names`, the
 * rule of the tier follows from the row.
 */
export type StoredDetail = Omit<DatasetDetail, 'aliases' | 'tierRule'>;

/** A dataset in a list. */
export function toSummary(row: DatasetRow): DatasetSummary {
  return {
    key: row.key,
    id: { namespace: row.namespace, name: row.name },
    name: row.short_name,
    type: row.type ?? undefined,
    layer: row.layer ?? undefined,
    domain: row.domain ?? undefined,
    owner:
      row.owner_label === null
        ? undefined
        : {
            ref: row.owner_ref ?? undefined,
            label: row.owner_label,
            isPersonal: row.owner_is_personal,
          },
    tier: row.tier,
    definition: {
      ...(row.definition_en && { en: row.definition_en }),
      ...(row.definition_ja && { ja: row.definition_ja }),
    },
    updateFrequency: row.update_frequency ?? undefined,
    columns: row.column_count,
    completeness: row.completeness,
    lifecycle: row.lifecycle,
    loadedAt: row.loaded_at?.toISOString(),
  };
}
