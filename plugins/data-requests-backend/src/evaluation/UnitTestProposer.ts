import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  MartUnitTest,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER, type LocalizedText } from '@suido/vocabulary';
import { shown } from '../generator/explanation/words';
import type { ResolvedMart } from '../generator/ResolvedMart';
import { toExampleValue } from '../generator/unitTest/exampleValues';
import {
  EXAMPLE_ROW_LIMIT,
  pickExample,
  type ExampleCandidate,
} from '../generator/unitTest/pickExample';
import { exampleInputs } from '../generator/unitTest/readUnitTest';
import {
  givenRowsSql,
  givenStatement,
  KEPT_STATEMENT,
  LEFT_OUT_STATEMENT,
  planExample,
} from '../sql/exampleRows';
import {
  EXAMPLE_LIMIT,
  rowsOf,
  type Computed,
  type ComputedRows,
  type ExampleComputer,
  type GivenRows,
} from './ExampleComputer';
import { loadSamples, type LoadedSamples } from './loadSamples';
import type { UnitTestProposal } from './RequestEvaluator';
import type { SampleLoader } from './SampleLoader';

/** Fewer rows are tried where many make too many. */
const ATTEMPTS = [EXAMPLE_ROW_LIMIT, 3, 1];

const NO_ROWS: LocalizedText = {
  en: 'No sample row passes the filters and joins of the mart, so there is no example. Loosen the filters, or look at the joins.',
  ja: '絞り込みと結合を通るサンプル行がないため、例を作れません。絞り込みか結合を見直してください。',
};
const TOO_MANY: LocalizedText = {
  en: 'Even a single row of the first dataset makes too many rows for an example. Look at the joins.',
  ja: '最初のデータセットの 1 行だけでも結果が多すぎて、例を作れません。結合を見直してください。',
};

interface Candidates {
  readonly kept: readonly ExampleCandidate[];
  readonly leftOut: ExampleCandidate | undefined;
}

/** Makes example rows of a mart: sample rows, and what the mart makes of them. */
export class UnitTestProposer {
  readonly #loader: SampleLoader;
  readonly #examples: ExampleComputer;

  constructor(options: { loader: SampleLoader; examples: ExampleComputer }) {
    this.#loader = options.loader;
    this.#examples = options.examples;
  }

  /** @throws the reason of the signal once that is aborted; nothing else */
  async propose(
    mart: ResolvedMart,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<UnitTestProposal> {
    const { credentials, signal } = options;
    const secret = exampleInputs(mart).flatMap(({ alias, columns }) =>
      columns.flatMap(({ name, tier }) =>
        tier >= MASKED_FROM_TIER ? [`${alias}.${name}`] : [],
      ),
    );
    if (secret.length > 0) {
      return unavailable(confidential(secret[0]));
    }
    const samples = await loadSamples(mart, this.#loader, credentials);
    if ('reason' in samples) {
      return unavailable(samples.reason);
    }
    const candidates = await this.#candidates(mart, samples, signal);
    if ('reason' in candidates) {
      return unavailable(candidates.reason);
    }
    for (const limit of ATTEMPTS) {
      const picked = pickExample(candidates.kept, candidates.leftOut, limit);
      const given = await this.#given(mart, samples, picked, signal);
      if ('reason' in given) {
        return unavailable(given.reason);
      }
      const made = await this.#examples.compute(mart, given.rows, signal);
      if ('reason' in made) {
        return unavailable(made.reason);
      }
      if (made.rows.length === 0) {
        return unavailable(NO_ROWS);
      }
      if (made.rows.length <= EXAMPLE_LIMIT) {
        return {
          status: 'available',
          unitTest: toUnitTest(mart, given.rows, made.rows),
        };
      }
    }
    return unavailable(TOO_MANY);
  }

  async #candidates(
    mart: ResolvedMart,
    samples: LoadedSamples,
    signal: AbortSignal | undefined,
  ): Promise<Computed<Candidates>> {
    const results = await this.#examples.run(
      {
        tables: samples.tables,
        statements: planExample(mart, samples.relationOf),
      },
      signal,
    );
    const kept = rowsOf(results, KEPT_STATEMENT);
    if ('reason' in kept) {
      return kept;
    }
    if (kept.rows.length === 0) {
      return { reason: NO_ROWS };
    }
    const leftOut = rowsOf(results, LEFT_OUT_STATEMENT);
    return {
      kept: kept.rows.map(candidate),
      leftOut: 'rows' in leftOut ? leftOut.rows.map(candidate)[0] : undefined,
    };
  }

  async #given(
    mart: ResolvedMart,
    samples: LoadedSamples,
    picked: readonly (readonly number[])[],
    signal: AbortSignal | undefined,
  ): Promise<Computed<{ readonly rows: readonly GivenRows[] }>> {
    const inputs = exampleInputs(mart);
    const statements = inputs.map(({ dataset, columns }, index) => {
      const sources = mart.sources.filter(source => source.dataset === dataset);
      const numbers = mart.sources.flatMap((source, position) =>
        source.dataset === dataset ? picked[position] : [],
      );
      return {
        id: givenStatement(index),
        sql: givenRowsSql(
          samples.relationOf(sources[0]),
          columns.map(({ name }) => name),
          [...new Set(numbers)],
        ),
        maxRows: EXAMPLE_LIMIT,
      };
    });
    const results = await this.#examples.run(
      { tables: samples.tables, statements },
      signal,
    );
    const rows: GivenRows[] = [];
    for (const [index, { dataset, columns }] of inputs.entries()) {
      const read = rowsOf(results, givenStatement(index));
      if ('reason' in read) {
        return read;
      }
      rows.push({
        dataset,
        columns,
        rows: read.rows.map(row =>
          row.map((value, position) =>
            toExampleValue(value, columns[position]),
          ),
        ),
      });
    }
    return { rows };
  }
}

function candidate([group, ...rows]: readonly SampleValue[]): ExampleCandidate {
  return {
    group: Number(group),
    rows: rows.map(row => (row === null ? undefined : Number(row))),
  };
}

function toUnitTest(
  mart: ResolvedMart,
  given: readonly GivenRows[],
  expected: ComputedRows['rows'],
): MartUnitTest {
  const aliases = exampleInputs(mart).map(({ alias }) => alias);
  return {
    given: given.map(({ columns, rows }, index) => ({
      source: aliases[index],
      columns: columns.map(({ name }) => name),
      rows: rows.map(row => [...row]),
    })),
    expected: {
      columns: mart.columns.map(({ name }) => name),
      rows: expected.map(row =>
        row.map((value, index) => toExampleValue(value, mart.columns[index])),
      ),
    },
  };
}

function unavailable(reason: LocalizedText): UnitTestProposal {
  return { status: 'unavailable', reason };
}

function confidential(column: string): LocalizedText {
  return {
    en: `${shown(
      column,
    )} is confidential, and example rows become part of the repository, where masked values have no place either.`,
    ja: `${shown(
      column,
    )} は機密です。例の行はリポジトリに残るため、伏せた値でも置けません。`,
  };
}
