import { copyRows } from '../database/copyRows';
import type { StoredDetail } from '../database/datasetRow';
import { toStoredColumn } from '../database/StoredColumn';
import type { ResolvedDataset } from '../merge/ResolvedDataset';
import type { ApplyContext } from './ApplyContext';

/** Writes what counts of datasets whose rows exist; a few statements for all. */
export async function writeResolved(
  { transaction, revision }: ApplyContext,
  datasets: readonly ResolvedDataset[],
): Promise<void> {
  if (datasets.length === 0) {
    return;
  }
  await transaction.raw(`
    create temp table if not exists resolved_rows (
      id bigint primary key, facts jsonb
    ) on commit drop`);
  await transaction.raw('truncate resolved_rows');
  await copyRows(transaction, 'resolved_rows (id, facts)', toFacts(datasets));
  await transaction.raw(
    `update datasets d
        set short_name = f.short_name, type = f.type, layer = f.layer,
            domain = f.domain, owner_ref = f.owner_ref,
            owner_label = f.owner_label,
            owner_is_personal = f.owner_is_personal, tier = f.tier,
            own_tier = f.own_tier, columns_tier = f.columns_tier,
            update_frequency = f.update_frequency,
            definition_en = f.definition_en, definition_ja = f.definition_ja,
            lifecycle = f.lifecycle, loaded_at = f.loaded_at,
            column_count = f.column_count, completeness = f.completeness,
            tags = f.tags, sources = f.sources, revision = ?,
            changed_at = now(), removed_at = null
       from resolved_rows r,
            jsonb_to_record(r.facts) as f (
              short_name text, type text, layer text, domain text,
              owner_ref text, owner_label text, owner_is_personal boolean,
              tier smallint, own_tier smallint, columns_tier smallint,
              update_frequency text, definition_en text, definition_ja text,
              lifecycle text, loaded_at timestamptz, column_count integer,
              completeness real, tags text[], sources text[])
      where d.id = r.id`,
    [revision],
  );
  // Written straight to their place: they are most of what is written at all.
  await transaction.raw(
    'delete from dataset_details d using resolved_rows r where d.dataset_id = r.id',
  );
  await copyRows(
    transaction,
    'dataset_details (dataset_id, detail, columns)',
    toDetails(datasets),
  );
}

function* toFacts(
  datasets: readonly ResolvedDataset[],
): Generator<readonly [string, string]> {
  for (const dataset of datasets) {
    const { summary } = dataset;
    yield [
      dataset.rowId,
      JSON.stringify({
        short_name: summary.name,
        type: summary.type,
        layer: summary.layer,
        domain: summary.domain,
        owner_ref: summary.owner?.ref,
        owner_label: summary.owner?.label,
        owner_is_personal: summary.owner?.isPersonal ?? false,
        tier: summary.tier,
        own_tier: dataset.ownTier,
        columns_tier: dataset.columnsTier,
        update_frequency: summary.updateFrequency,
        definition_en: summary.definition.en,
        definition_ja: summary.definition.ja,
        lifecycle: summary.lifecycle,
        loaded_at: summary.loadedAt,
        column_count: summary.columns,
        completeness: summary.completeness,
        tags: dataset.detail.tags,
        sources: dataset.sources,
      }),
    ];
  }
}

function* toDetails(
  datasets: readonly ResolvedDataset[],
): Generator<readonly [string, string, string]> {
  for (const { rowId, detail, columns } of datasets) {
    const { aliases, tierRule, ...rest } = detail;
    const stored: StoredDetail = rest;
    yield [
      rowId,
      JSON.stringify(stored),
      JSON.stringify(columns.map(toStoredColumn)),
    ];
  }
}
