import type { ResolvedMart, SourceColumn } from './ResolvedMart';
import type { ViewDataset } from '../repository/RepositoryView';

/** Columns that a mart reads, by key of the dataset. */
export interface NeededDataset {
  readonly dataset: ViewDataset;
  /** Sorted; at least one where the dataset has any, so that rows count. */
  readonly columns: readonly string[];
}

/** Only what a mart reads is ever asked of a source of sample rows. */
export function neededColumns(
  mart: ResolvedMart,
): ReadonlyMap<string, NeededDataset> {
  const byAlias = new Map(
    mart.sources.map(({ alias }) => [alias, new Set<string>()]),
  );
  const add = ({ alias, column }: SourceColumn) =>
    byAlias.get(alias)?.add(column.name);
  mart.columns.forEach(({ expression }) => {
    if (expression.kind !== 'derived' && expression.from) {
      add(expression.from);
    }
  });
  mart.filters.forEach(({ column }) => add(column));
  mart.joins.forEach(({ on }) =>
    on.forEach(({ left, right }) => {
      add(left);
      add(right);
    }),
  );

  const needed = new Map<string, NeededDataset>();
  for (const { alias, dataset } of mart.sources) {
    const { key } = dataset.input;
    const columns = new Set([
      ...(needed.get(key)?.columns ?? []),
      ...(byAlias.get(alias) ?? []),
    ]);
    const [first] = dataset.columns.keys();
    if (columns.size === 0 && first !== undefined) {
      columns.add(first);
    }
    needed.set(key, { dataset, columns: [...columns].sort() });
  }
  return needed;
}
