import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { ResolvedMart } from '../generator/ResolvedMart';
import type { ExampleRows } from '../generator/unitTest/readUnitTest';
import type {
  PreviewQuery,
  PreviewResult,
  PreviewRunner,
  PreviewTable,
} from '../preview/PreviewRunner';
import type { ViewDataset } from '../repository/RepositoryView';
import { MART_STATEMENT } from '../sql/previewPlan';
import { printQuery } from '../sql/printQuery';
import { PREVIEW_DIALECT } from '../sql/SqlDialect';
import { failureReason, NO_PROCESS } from './failureReason';
import { relation } from './loadSamples';

/** Rows that the schema of a spec takes. */
export const EXAMPLE_LIMIT = 20;

/** Rows that are given of a dataset. */
export interface GivenRows extends ExampleRows {
  readonly dataset: ViewDataset;
}

/** What was computed, or in words why nothing was. */
export type Computed<T> = T | { readonly reason: LocalizedText };

/** Rows of a statement. */
export interface ComputedRows {
  readonly rows: readonly (readonly SampleValue[])[];
}

/** Runs statements for examples in the preview process. */
export class ExampleComputer {
  readonly #runner: PreviewRunner;
  readonly #logger: LoggerService;

  constructor(options: { runner: PreviewRunner; logger: LoggerService }) {
    this.#runner = options.runner;
    this.#logger = options.logger;
  }

  /**
   * What the mart makes of the given rows alone; one row more than
   * {@link EXAMPLE_LIMIT} where there are too many.
   *
   * @throws the reason of the signal once that is aborted; nothing else
   */
  async compute(
    mart: ResolvedMart,
    given: readonly GivenRows[],
    signal: AbortSignal | undefined,
  ): Promise<Computed<ComputedRows>> {
    const tables = new Map(
      given.map(rows => [rows.dataset.input.key, exampleTable(rows)]),
    );
    const results = await this.run(
      {
        tables: [...tables.values()],
        statements: [
          {
            id: MART_STATEMENT,
            sql: printQuery(mart, PREVIEW_DIALECT, ({ dataset }) =>
              relation(tables.get(dataset.input.key)),
            ),
            maxRows: EXAMPLE_LIMIT + 1,
          },
        ],
      },
      signal,
    );
    return rowsOf(results, MART_STATEMENT);
  }

  /**
   * @returns `undefined` where the process cannot be asked
   * @throws the reason of the signal once that is aborted; nothing else
   */
  async run(
    query: PreviewQuery,
    signal: AbortSignal | undefined,
  ): Promise<readonly PreviewResult[] | undefined> {
    try {
      return await this.#runner.run(query, signal);
    } catch (error) {
      signal?.throwIfAborted();
      this.#logger.error(`No example was computed: ${stringifyError(error)}`);
      return undefined;
    }
  }
}

/** Rows of one of the statements that were run. */
export function rowsOf(
  results: readonly PreviewResult[] | undefined,
  id: string,
): Computed<ComputedRows> {
  if (!results) {
    return { reason: NO_PROCESS };
  }
  const result = results.find(each => each.id === id);
  return result?.status === 'ok'
    ? { rows: result.rows }
    : { reason: failureReason(result) };
}

function exampleTable({ dataset, columns, rows }: GivenRows): PreviewTable {
  return {
    name: `example/${dataset.input.key}`,
    revision: createHash('sha256')
      .update(JSON.stringify([columns, rows]))
      .digest('hex')
      .slice(0, 16),
    rowCount: rows.length,
    columns: columns.map(({ name, type }, index) => ({
      name,
      type: PREVIEW_DIALECT.typeName(type),
      values: rows.map(row => row[index]),
    })),
  };
}
