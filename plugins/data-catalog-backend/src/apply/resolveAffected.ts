import type { DatasetTelling, PortalEdit } from '../merge/DatasetTelling';
import { compareDatasets } from '../merge/compareDatasets';
import { resolveDataset } from '../merge/resolveDataset';
import type { ResolvedDataset } from '../merge/ResolvedDataset';
import {
  toSummary,
  type DatasetRow,
  type StoredDetail,
} from '../database/datasetRow';
import type { StoredColumn } from '../database/StoredColumn';
import type { ApplyContext } from './ApplyContext';
import { writeChanges, type DatasetFoundChange } from './writeChanges';
import { writeResolved } from './writeResolved';

/**
 * Compressed bytes of tellings that are merged at once: bounds the memory, and
 * how long the process answers nobody (about 1 MB of JSON, tens of ms).
 */
const CHUNK_BYTES = 96 * 1_024;
const CHUNK_DATASETS = 500;

/** How datasets are resolved. */
export interface ResolveOptions {
  /** Whether it is written, or only found anew. */
  readonly isWritten: boolean;
}

/**
 * Merges anew what is told of these datasets, writes what counts and what
 * changed. Those of whom nobody tells any more are marked as removed.
 */
export async function resolveAffected(
  context: ApplyContext,
  ids: readonly string[],
  options: ResolveOptions = { isWritten: true },
): Promise<void> {
  for (const chunk of await cutChunks(context, ids)) {
    await resolveChunk(context, chunk, options);
  }
}

async function cutChunks(
  { transaction }: ApplyContext,
  ids: readonly string[],
): Promise<string[][]> {
  if (ids.length === 0) {
    return [];
  }
  const sizes: { id: string; bytes: string }[] = (
    await transaction.raw(
      `select i.id::text as id, coalesce(sum(pg_column_size(t.record)), 0)::text as bytes
         from unnest(?::bigint[]) as i (id)
         left join tellings t on t.dataset_id = i.id
        group by i.id
        order by i.id`,
      [[...ids]],
    )
  ).rows;
  const chunks: string[][] = [];
  let chunk: string[] = [];
  let bytes = 0;
  for (const size of sizes) {
    if (chunk.length >= CHUNK_DATASETS || bytes >= CHUNK_BYTES) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(size.id);
    bytes += Number(size.bytes);
  }
  chunks.push(chunk);
  return chunks;
}

type LoadedRow = DatasetRow & {
  readonly detail: StoredDetail | null;
  readonly old_columns: StoredColumn[] | null;
  readonly edit: Omit<PortalEdit, 'at'> | null;
  readonly edited_at: Date | null;
};

async function resolveChunk(
  context: ApplyContext,
  ids: readonly string[],
  { isWritten }: ResolveOptions,
): Promise<void> {
  const tellings = await loadTellings(context, ids);
  const rows = await loadRows(context, ids);
  const resolved: ResolvedDataset[] = [];
  const removed: string[] = [];
  const changes: DatasetFoundChange[] = [];
  for (const row of rows) {
    const told = tellings.get(row.id);
    if (told) {
      const dataset = resolveDataset(
        {
          rowId: row.id,
          key: row.key,
          id: { namespace: row.namespace, name: row.name },
          shortName: shortNameOf(row, told),
          inheritedTier: row.inherited_tier ?? undefined,
        },
        told,
        row.edit && row.edited_at
          ? { ...row.edit, at: row.edited_at.toISOString() }
          : undefined,
        context.merge,
      );
      resolved.push(dataset);
      for (const change of changesOf(row, dataset)) {
        changes.push({ ...change, datasetId: row.id });
      }
    } else if (row.sources.length > 0) {
      removed.push(row.id);
      changes.push({ type: 'dataset-removed', datasetId: row.id });
    }
  }
  if (isWritten) {
    await writeResolved(context, resolved);
    await markRemoved(context, removed);
    await writeChanges(context, changes);
  }
  if (resolved.length > 0) {
    await context.search.replaceDatasets(context.transaction, resolved);
  }
  if (removed.length > 0) {
    await context.search.removeDatasets(context.transaction, removed);
  }
}

/** As the first of its tellers writes it whose name is this name. */
function shortNameOf(
  row: DatasetRow,
  tellings: readonly DatasetTelling[],
): string {
  const folded = row.short_name.toLowerCase();
  for (const { record } of tellings) {
    const told = record.id.name.split('.').at(-1);
    if (told?.toLowerCase() === folded) {
      return told;
    }
  }
  return row.short_name;
}

function changesOf(row: LoadedRow, after: ResolvedDataset) {
  if (row.sources.length === 0) {
    return [
      {
        type:
          row.removed_at === null
            ? ('dataset-added' as const)
            : ('dataset-returned' as const),
      },
    ];
  }
  return compareDatasets(
    {
      summary: toSummary(row),
      purpose: row.detail?.purpose,
      columns: (row.old_columns ?? []).map(column => ({
        ...column,
        definition: column.definition ?? {},
      })),
    },
    {
      summary: after.summary,
      purpose: after.detail.purpose,
      columns: after.columns,
    },
  );
}

async function loadTellings(
  { transaction }: ApplyContext,
  ids: readonly string[],
): Promise<Map<string, DatasetTelling[]>> {
  const rows: {
    dataset_id: string;
    source_id: string;
    kind: string;
    told_at: Date;
    record: DatasetTelling['record'];
  }[] = await transaction('tellings')
    .join('sources', 'sources.id', 'tellings.source_id')
    .whereRaw('tellings.dataset_id = any (?::bigint[])', [[...ids]])
    .orderBy('tellings.source_id')
    .select(
      'tellings.dataset_id',
      'tellings.source_id',
      'sources.kind',
      'tellings.told_at',
      'tellings.record',
    );
  const tellings = new Map<string, DatasetTelling[]>();
  for (const row of rows) {
    const told = tellings.get(row.dataset_id) ?? [];
    told.push({
      source: row.source_id,
      kind: row.kind,
      at: row.told_at.toISOString(),
      record: row.record,
    });
    tellings.set(row.dataset_id, told);
  }
  return tellings;
}

async function loadRows(
  { transaction }: ApplyContext,
  ids: readonly string[],
): Promise<LoadedRow[]> {
  // Columns of what is gone already are news to nobody.
  return transaction('datasets')
    .leftJoin('dataset_details as details', builder =>
      builder
        .on('details.dataset_id', 'datasets.id')
        .andOn(transaction.raw('cardinality(datasets.sources) > 0')),
    )
    .leftJoin('dataset_edits as edits', 'edits.dataset_id', 'datasets.id')
    .whereRaw('datasets.id = any (?::bigint[])', [[...ids]])
    .orderBy('datasets.id')
    .select(
      'datasets.*',
      'details.detail',
      'details.columns as old_columns',
      'edits.edit',
      'edits.at as edited_at',
    );
}

async function markRemoved(
  { transaction, revision }: ApplyContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) {
    await transaction('datasets')
      .whereRaw('id = any (?::bigint[])', [[...ids]])
      .update({
        sources: [],
        revision,
        removed_at: transaction.fn.now(),
        changed_at: transaction.fn.now(),
      });
  }
}
