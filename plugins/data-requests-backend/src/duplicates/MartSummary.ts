import type {
  MartColumn,
  RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { AuthoredText } from '@suido/vocabulary';
import type { MartDescription } from '../evaluation/describeMarts';
import { stemOf, wordsOf, type Words } from './words';

/** A column with where it comes from, as far as that is known. */
export interface SummaryColumn {
  readonly name: string;
  /** The same for columns that are computed alike from the same column. */
  readonly origin?: string;
}

/** What of a mart is compared, whether it exists or is asked for. */
export interface MartSummary {
  /** Names of the datasets that it reads, by their keys. */
  readonly sources: ReadonlyMap<string, string>;
  /** By {@link columnKey}. */
  readonly columns: ReadonlyMap<string, SummaryColumn>;
  /** Keys of the columns that identify a row; absent where nobody says. */
  readonly grain?: ReadonlySet<string>;
  readonly words: Words;
}

/** A column's name without what spelling alone tells apart. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(stemOf)
    .join('_');
}

/** What is compared of a mart of the repository. */
export function summarizeMart(mart: MartDescription): MartSummary {
  return {
    sources: new Map(mart.sources.map(({ key, name }) => [key, name])),
    columns: byKey(mart.columns.map(name => ({ name }))),
    ...(mart.grain && { grain: new Set(mart.grain.map(columnKey)) }),
    words: wordsOf([
      ...textsOf(mart.name, mart.definition),
      mart.question,
      mart.purpose,
    ]),
  };
}

/**
 * What is compared of a spec.
 * @param datasetName - name of a dataset that people know it by, where known
 */
export function summarizeSpec(
  spec: RequestSpec,
  datasetName: (key: string) => string | undefined,
): MartSummary {
  const datasets = new Map(
    spec.sources.map(({ alias, dataset }) => [alias, dataset]),
  );
  return {
    sources: new Map(
      spec.sources
        .filter(({ dataset }) => dataset !== '')
        .map(({ dataset }) => [dataset, datasetName(dataset) ?? dataset]),
    ),
    columns: byKey(
      spec.columns.map(column => ({
        name: column.name,
        origin: originOf(column, datasets),
      })),
    ),
    grain: new Set(spec.grain.map(columnKey)),
    words: wordsOf([
      ...textsOf(spec.name, spec.definition),
      spec.question,
      spec.purpose,
    ]),
  };
}

function textsOf(name: string, { en, ja }: AuthoredText) {
  return [name, en, ja];
}

function byKey(
  columns: readonly SummaryColumn[],
): ReadonlyMap<string, SummaryColumn> {
  return new Map(
    columns
      .map(column => [columnKey(column.name), column] as const)
      .filter(([key]) => key !== ''),
  );
}

/** `undefined` for what is calculated from columns of the mart itself. */
function originOf(
  column: MartColumn,
  datasets: ReadonlyMap<string, string>,
): string | undefined {
  if (column.role === 'derived') {
    return undefined;
  }
  const dataset = datasets.get(column.source);
  if (!dataset) {
    return undefined;
  }
  const how =
    column.role === 'measure'
      ? column.aggregation
      : (column.role === 'dimension' && column.timeGrain) || 'as-it-is';
  return JSON.stringify([how, dataset, column.column ?? '']);
}
