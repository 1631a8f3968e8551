import type {
  InputDataset,
  MartJoin,
  MartSource,
} from '@suido/backstage-plugin-data-requests-common';

// Columns that many tables have without meaning the same thing.
const BOOKKEEPING =
  /^_|^(id|name|status|type|note|notes|description|comment)$|(^|_)(created|updated|deleted|loaded|synced|ingested)(_|$)/;

/** A source of the mart with the dataset it stands for. @public */
export interface ResolvedSource {
  readonly alias: string;
  readonly dataset?: InputDataset;
}

/** Puts each source beside its dataset. @public */
export function resolveSources(
  sources: readonly MartSource[],
  datasets: readonly InputDataset[],
): ResolvedSource[] {
  const byKey = new Map(datasets.map(dataset => [dataset.key, dataset]));
  return sources.map(source => ({
    alias: source.alias,
    dataset: byKey.get(source.dataset),
  }));
}

/**
 * Pairs of same-named columns by which a source can be joined to an earlier
 * one.
 *
 * @remarks
 * Identifiers (`…_id`, `…_code`, `…_key`) win; without one, any same name that
 * is no bookkeeping column. The first earlier source that has the column is
 * taken, so no column is compared twice.
 * @public
 */
export function suggestJoin(
  earlier: readonly ResolvedSource[],
  joined: ResolvedSource,
): MartJoin {
  const pairs: MartJoin['on'] = [];
  for (const column of joined.dataset?.columns ?? []) {
    const left = earlier.find(source =>
      source.dataset?.columns.some(other => other.name === column.name),
    );
    if (left && !BOOKKEEPING.test(column.name)) {
      pairs.push({
        leftSource: left.alias,
        leftColumn: column.name,
        rightColumn: column.name,
      });
    }
  }
  const identifiers = pairs.filter(pair => isIdentifier(pair.rightColumn));
  return {
    source: joined.alias,
    type: 'left',
    on: (identifiers.length > 0 ? identifiers : pairs).slice(0, 8),
  };
}

/** Whether a column's name says that it identifies something. @public */
export function isIdentifier(column: string): boolean {
  return /(^|_)(id|code|key|no|uuid)$/.test(column);
}
