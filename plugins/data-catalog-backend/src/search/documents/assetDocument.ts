import { compactName } from '@suido/search-text';
import { markedLexemes } from '../lexemes';
import type { StoredAsset } from '../SearchIndex';
import { wordsOf } from './datasetDocument';
import type { SearchDocument } from './SearchDocument';

/** By what a saved query or a dashboard is found. */
export function assetDocument(asset: StoredAsset): SearchDocument {
  const { record } = asset;
  const owner = record.owner?.ref ?? record.owner?.name ?? record.owner?.email;
  const own = wordsOf([
    record.title,
    record.description,
    ...(record.tags ?? []),
    ...(record.reads ?? []).map(({ name }) => name),
    owner,
  ]);
  const words = new Set([
    ...own,
    ...wordsOf([record.kind === 'saved-query' ? record.sql : undefined]),
  ]);
  return {
    kind: record.kind,
    assetId: asset.rowId,
    nameLength: Math.min(record.title.length, 1_000),
    source: asset.source,
    owner,
    tags: record.tags ?? [],
    columns: [],
    words,
    lexemes: markedLexemes({
      wholeName: [compactName(record.title)],
      name: wordsOf([record.title]),
      own,
      anywhere: words,
    }),
  };
}
