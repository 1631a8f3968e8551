import {
  datasetSummarySchema,
  type DatasetSummary,
} from '@suido/backstage-plugin-data-catalog-common';

/** What a summary needs of a row of `datasets`. */
export interface DatasetRow {
  readonly id: string;
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly short_name: string;
  readonly type: string | null;
  readonly layer: string | null;
  readonly domain: string | null;
  readonly owner_ref: string | null;
  readonly owner_label: string | null;
  readonly owner_is_personal: boolean;
  readonly tier: number;
  readonly update_frequency: string | null;
  readonly definition_en: string | null;
  readonly definition_ja: string | null;
  readonly lifecycle: string;
  readonly loaded_at: Date | null;
  readonly column_count: number;
  readonly completeness: number;
}

/** A dataset as lists show it. */
export function summaryFromRow(row: DatasetRow): DatasetSummary {
  const ownerLabel = row.owner_label ?? row.owner_ref;
  return datasetSummarySchema.parse({
    key: row.key,
    id: { namespace: row.namespace, name: row.name },
    name: row.short_name,
    type: row.type ?? undefined,
    layer: row.layer ?? undefined,
    domain: row.domain ?? undefined,
    owner: ownerLabel
      ? {
          ref: row.owner_ref ?? undefined,
          label: ownerLabel,
          isPersonal: row.owner_is_personal,
        }
      : undefined,
    tier: row.tier,
    definition: {
      en: row.definition_en ?? undefined,
      ja: row.definition_ja ?? undefined,
    },
    updateFrequency: row.update_frequency ?? undefined,
    columns: row.column_count,
    completeness: row.completeness,
    lifecycle: row.lifecycle,
    loadedAt: row.loaded_at?.toISOString(),
  });
}
