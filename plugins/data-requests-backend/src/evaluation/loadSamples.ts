import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { LocalizedText } from '@suido/vocabulary';
import { neededColumns } from '../generator/neededColumns';
import type { ResolvedMart, ResolvedSource } from '../generator/ResolvedMart';
import { loadedName } from '../preview/LoadedTables';
import type { PreviewTable } from '../preview/PreviewRunner';
import type { IsMasked } from './maskedColumns';
import type { SampleLoader } from './SampleLoader';

/** Sample rows of all that a mart reads. */
export interface LoadedSamples {
  readonly tables: readonly PreviewTable[];
  readonly isMasked: IsMasked;
  /** Where the preview process has the rows of a source. */
  relationOf(source: ResolvedSource): string;
}

/** Loads them, or tells in words why one of them is not there. */
export async function loadSamples(
  mart: ResolvedMart,
  loader: SampleLoader,
  credentials: BackstageCredentials,
): Promise<LoadedSamples | { readonly reason: LocalizedText }> {
  const tables = new Map<string, PreviewTable>();
  const masked = new Map<string, ReadonlySet<string>>();
  for (const [key, needed] of neededColumns(mart)) {
    const loaded = await loader.load(needed, credentials);
    if (loaded.status === 'unavailable') {
      return { reason: loaded.reason };
    }
    tables.set(key, loaded.table);
    masked.set(key, loaded.maskedColumns);
  }
  const keys = new Map(
    mart.sources.map(({ alias, dataset }) => [alias, dataset.input.key]),
  );
  return {
    tables: [...tables.values()],
    isMasked: ({ alias, column }) =>
      masked.get(keys.get(alias) ?? '')?.has(column.name) ?? false,
    relationOf: ({ dataset }) => relation(tables.get(dataset.input.key)),
  };
}

/** Name of a table of the preview process, as a statement reads it. */
export function relation(table: PreviewTable | undefined): string {
  return `"${table ? loadedName(table) : ''}"`;
}
