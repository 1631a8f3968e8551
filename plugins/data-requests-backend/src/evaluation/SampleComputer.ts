import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  Check,
  JoinEffect,
  MartSpec,
  Sample,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { sampleChecks, sampleChecksNotRun } from '../checks/sampleChecks';
import type { ResolvedMart } from '../generator/ResolvedMart';
import type { PreviewResult, PreviewRunner } from '../preview/PreviewRunner';
import { readJoinEffects } from '../sql/joinEffect';
import { MART_STATEMENT, planPreview } from '../sql/previewPlan';
import { failureReason, NO_PROCESS } from './failureReason';
import { loadSamples } from './loadSamples';
import { isDecidedByMasked, maskedColumns } from './maskedColumns';
import type { SampleLoader } from './SampleLoader';

const MASKED_DECIDES: LocalizedText = {
  en: 'The rows are chosen or joined by masked values, so a preview would be wrong.',
  ja: '伏せられた値で絞り込みや結合をするため、正しいプレビューを表示できません。',
};

/** Sample rows of a mart, and what they tell of its promises. */
export interface ComputedSample {
  readonly sample: Sample;
  readonly checks: readonly Check[];
  readonly joins: JoinEffect[];
}

/** A sample that is not there, with the checks that therefore did not run. */
export function withoutSample(
  spec: MartSpec,
  reason: LocalizedText,
  joins: JoinEffect[] = [],
): ComputedSample {
  return {
    sample: { status: 'unavailable', reason },
    joins,
    checks: sampleChecksNotRun(
      spec,
      {
        en: `Not checked on sample rows. ${reason.en}`,
        ja: `サンプルでは確認していません。${reason.ja}`,
      },
      joins,
    ),
  };
}

/** Computes the rows that a mart would have, on sample rows of its sources. */
export class SampleComputer {
  readonly #loader: SampleLoader;
  readonly #runner: PreviewRunner;
  readonly #logger: LoggerService;

  constructor(options: {
    loader: SampleLoader;
    runner: PreviewRunner;
    logger: LoggerService;
  }) {
    this.#loader = options.loader;
    this.#runner = options.runner;
    this.#logger = options.logger;
  }

  /** @throws the reason of the signal once that is aborted; nothing else */
  async compute(
    spec: MartSpec,
    mart: ResolvedMart,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<ComputedSample> {
    const samples = await loadSamples(mart, this.#loader, options.credentials);
    if ('reason' in samples) {
      return withoutSample(spec, samples.reason);
    }
    const { tables, isMasked, relationOf } = samples;
    if (isDecidedByMasked(mart, isMasked)) {
      return withoutSample(spec, MASKED_DECIDES);
    }

    let results: readonly PreviewResult[];
    try {
      results = await this.#runner.run(
        {
          tables,
          statements: planPreview(spec, mart, relationOf),
        },
        options.signal,
      );
    } catch (error) {
      options.signal?.throwIfAborted();
      this.#logger.error(`No preview was computed: ${stringifyError(error)}`);
      return withoutSample(spec, NO_PROCESS);
    }
    return sampleOf(spec, mart, {
      results,
      masked: maskedColumns(mart, isMasked),
      sampledRowCount: tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    });
  }
}

function sampleOf(
  spec: MartSpec,
  mart: ResolvedMart,
  computed: {
    readonly results: readonly PreviewResult[];
    readonly masked: ReadonlySet<string>;
    readonly sampledRowCount: number;
  },
): ComputedSample {
  const results = new Map(computed.results.map(result => [result.id, result]));
  const joins = readJoinEffects(mart.joins.length, results);
  const rows = results.get(MART_STATEMENT);
  if (rows?.status !== 'ok') {
    const reason = failureReason(rows);
    const without = withoutSample(spec, reason, joins);
    return {
      ...without,
      checks: [
        {
          rule: 'sample-query',
          severity: 'warning',
          status: 'failed',
          message: reason,
        },
        ...without.checks,
      ],
    };
  }
  return {
    sample: {
      status: 'available',
      columns: mart.columns.map(({ name, type }) => ({
        name,
        type: type.type,
        masked: computed.masked.has(name),
      })),
      rows: rows.rows.map(row => [...row]),
      truncated: rows.truncated,
      sampledRowCount: computed.sampledRowCount,
    },
    joins,
    checks: sampleChecks(spec, {
      results,
      joins,
      maskedColumns: computed.masked,
    }),
  };
}
