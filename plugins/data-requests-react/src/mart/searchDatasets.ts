import type { InputDataset } from '@suido/backstage-plugin-data-requests-common';

/**
 * The datasets whose name, definition in either language, or columns hold
 * every word of the query; those named by it first.
 * @public
 */
export function searchDatasets(
  datasets: readonly InputDataset[],
  query: string,
): InputDataset[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return [...datasets];
  }
  const found = datasets.filter(dataset => {
    const text = fold(textOf(dataset));
    return words.every(word => text.includes(word));
  });
  const isNamed = (dataset: InputDataset) =>
    words.every(word => fold(dataset.name).includes(word)) ? 0 : 1;
  return found.sort((a, b) => isNamed(a) - isNamed(b));
}

function textOf(dataset: InputDataset): string {
  return [
    dataset.name,
    dataset.definition.en,
    dataset.definition.ja,
    ...dataset.columns.flatMap(column => [
      column.name,
      column.definition.en,
      column.definition.ja,
    ]),
  ].join('\n');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
