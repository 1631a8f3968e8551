import type {
  DashboardRecord,
  DatasetSummary,
  Found,
  SavedQueryRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { AuthoredText } from '@suido/vocabulary';
import type { Knex } from 'knex';
import type { Entry } from './query/findEntries';
import { summaryFromRow, type DatasetRow } from './summaryFromRow';

/**
 * What stands in a list for entries, in their order. Whatever is gone since
 * they were found is left out.
 * @param entries - readable ones
 * @param columns - by row id of the dataset, which of its columns to name
 */
export async function presentEntries(
  knex: Knex,
  entries: readonly Entry[],
  columns: ReadonlyMap<string, readonly string[]>,
): Promise<Found[]> {
  const [datasets, texts, assets] = await Promise.all([
    readDatasets(
      knex,
      subjects(entries, kind => kind === 'dataset' || kind === 'column'),
    ),
    readTexts(
      knex,
      entries.flatMap(({ kind, column }) =>
        kind === 'column' ? [column] : [],
      ),
    ),
    readAssets(
      knex,
      subjects(entries, kind => kind !== 'dataset' && kind !== 'column'),
    ),
  ]);
  return entries.flatMap((entry): Found[] => {
    const dataset = datasets.get(entry.subject);
    const text = texts.get(entry.column);
    switch (entry.kind) {
      case 'dataset':
        return dataset
          ? [
              {
                kind: 'dataset',
                dataset,
                columns: [...(columns.get(entry.subject) ?? [])],
              },
            ]
          : [];
      case 'column':
        return dataset && text
          ? [
              {
                kind: 'column',
                dataset: {
                  key: dataset.key,
                  name: dataset.name,
                  tier: dataset.tier,
                },
                name: text.name,
                type: text.type ?? undefined,
                definition: text.definition,
              },
            ]
          : [];
      default: {
        const asset = assets.get(entry.subject);
        return asset ? [asset] : [];
      }
    }
  });
}

function subjects(
  entries: readonly Entry[],
  isOf: (kind: Entry['kind']) => boolean,
): string[] {
  return entries.filter(({ kind }) => isOf(kind)).map(({ subject }) => subject);
}

async function readDatasets(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, DatasetSummary>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows: DatasetRow[] = await knex('datasets').whereRaw(
    'id = any (?::bigint[])',
    [[...ids]],
  );
  return new Map(rows.map(row => [row.id, summaryFromRow(row)]));
}

interface TextRow {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly definition: AuthoredText;
}

async function readTexts(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, TextRow>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows: TextRow[] = await knex('search_column_texts')
    .whereIn('id', [...ids])
    .select('id', 'name', 'type', 'definition');
  return new Map(rows.map(row => [row.id, row]));
}

async function readAssets(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, Found>> {
  if (ids.length === 0) {
    return new Map();
  }
  const rows: {
    id: string;
    source_id: string;
    record: Pick<
      SavedQueryRecord | DashboardRecord,
      'kind' | 'id' | 'title' | 'description' | 'url'
    >;
    reads: { key: string; name: string }[];
  }[] = await knex('assets')
    .whereIn('assets.id', [...ids])
    .select(
      'assets.id',
      'source_id',
      knex.raw(`record - 'sql' as record`),
      knex.raw(`(
        select coalesce(
                 json_agg(json_build_object('key', d.key, 'name', d.short_name)
                   order by d.short_name, d.key), '[]')
          from asset_reads r join datasets d on d.id = r.dataset_id
         where r.asset = assets.id and d.removed_at is null) as reads`),
    );
  return new Map(
    rows.map(({ id, source_id: source, record, reads }) => [
      id,
      {
        kind: record.kind,
        id: record.id,
        source,
        title: record.title,
        description: record.description,
        url: record.url,
        reads,
      },
    ]),
  );
}
