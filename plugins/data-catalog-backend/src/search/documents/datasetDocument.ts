import { compactName, indexWords } from '@suido/search-text';
import type { ResolvedDataset } from '../../merge/ResolvedDataset';
import { markedLexemes } from '../lexemes';
import type { ColumnTexts } from './ColumnTexts';
import type { SearchDocument } from './SearchDocument';

/** By what a dataset is found, and by what of its columns. */
export function datasetDocument(
  dataset: ResolvedDataset,
  texts: ColumnTexts,
): SearchDocument {
  const { summary, detail } = dataset;
  const columns = [...new Set(dataset.columns.map(column => texts.of(column)))];
  const names = [summary.id.name, ...detail.aliases.map(({ name }) => name)];
  const own = wordsOf([
    summary.name,
    ...names,
    summary.domain,
    detail.dataProduct,
    ...detail.tags,
    ...[summary.definition, { en: detail.purpose }].flatMap(({ en, ja }) => [
      en,
      ja,
    ]),
    ...[...detail.owners, ...detail.stewards].map(({ label }) => label),
  ]);
  const words = new Set(own);
  for (const column of columns) {
    column.words.forEach(word => words.add(word));
  }
  return {
    kind: 'dataset',
    datasetId: dataset.rowId,
    nameLength: Math.min(summary.name.length, 1_000),
    columns,
    words,
    lexemes: markedLexemes({
      wholeName: new Set(names.flatMap(compactNames)),
      name: wordsOf([summary.name]),
      own,
      anywhere: words,
    }),
  };
}

/** `c`, `b.c` and `a.b.c` of `a.b.c`. */
function compactNames(name: string): string[] {
  const parts = name.split('.');
  return parts.map((_, index) => compactName(parts.slice(index).join('.')));
}

/** Words of several texts, each once. */
export function wordsOf(texts: readonly (string | undefined)[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    if (text) {
      indexWords(text).forEach(word => words.add(word));
    }
  }
  return words;
}
