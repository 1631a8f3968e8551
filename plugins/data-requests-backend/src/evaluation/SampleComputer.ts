import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  Check,
  MartSpec,
  Sample,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import { sampleChecks, sampleChecksNotRun } from '../checks/sampleChecks';
import { shown } from '../generator/explanation/words';
import type { ResolvedMart } from '../generator/ResolvedMart';
import { loadedName } from '../preview/LoadedTables';
import type {
  PreviewResult,
  PreviewRunner,
  PreviewTable,
} from '../preview/PreviewRunner';
import { MART_STATEMENT, planPreview } from '../sql/previewPlan';
import { isDecidedByMasked, maskedColumns } from './maskedColumns';
import { neededColumns } from './neededColumns';
import type { SampleLoader } from './SampleLoader';

const MASKED_DECIDES: LocalizedText = {
  en: 'The rows are chosen or joined by masked values, so a preview would be wrong.',
  ja: '伏せられた値で絞り込みや結合をするため、正しいプレビューを表示できません。',
};
const NO_PROCESS: LocalizedText = {
  en: 'The preview could not be started. Try again in a moment.',
  ja: 'プレビューを開始できませんでした。しばらくしてからもう一度お試しください。',
};

/** Sample rows of a mart, and what they tell of its promises. */
export interface ComputedSample {
  readonly sample: Sample;
  readonly checks: readonly Check[];
}

/** A sample that is not there, with the checks that therefore did not run. */
export function withoutSample(
  spec: MartSpec,
  reason: LocalizedText,
): ComputedSample {
  return {
    sample: { status: 'unavailable', reason },
    checks: sampleChecksNotRun(spec, {
      en: `Not checked on sample rows. ${reason.en}`,
      ja: `サンプルでは確認していません。${reason.ja}`,
    }),
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
    const tables = new Map<string, PreviewTable>();
    const masked = new Map<string, ReadonlySet<string>>();
    for (const [key, needed] of neededColumns(mart)) {
      const loaded = await this.#loader.load(needed, options.credentials);
      if (loaded.status === 'unavailable') {
        return withoutSample(spec, loaded.reason);
      }
      tables.set(key, loaded.table);
      masked.set(key, loaded.maskedColumns);
    }
    const keys = new Map(
      mart.sources.map(({ alias, dataset }) => [alias, dataset.input.key]),
    );
    const isMasked: Parameters<typeof maskedColumns>[1] = ({ alias, column }) =>
      masked.get(keys.get(alias) ?? '')?.has(column.name) ?? false;
    if (isDecidedByMasked(mart, isMasked)) {
      return withoutSample(spec, MASKED_DECIDES);
    }

    let results: readonly PreviewResult[];
    try {
      results = await this.#runner.run(
        {
          tables: [...tables.values()],
          statements: planPreview(spec, mart, ({ dataset }) => {
            const table = tables.get(dataset.input.key);
            return `"${table ? loadedName(table) : ''}"`;
          }),
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
      sampledRowCount: [...tables.values()].reduce(
        (sum, { rowCount }) => sum + rowCount,
        0,
      ),
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
  const rows = results.get(MART_STATEMENT);
  if (rows?.status !== 'ok') {
    const reason = failureReason(rows);
    const without = withoutSample(spec, reason);
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
    checks: sampleChecks(spec, {
      results,
      maskedColumns: computed.masked,
    }),
  };
}

function failureReason(result: PreviewResult | undefined): LocalizedText {
  if (result?.status === 'failed' && result.reason === 'query') {
    const [line] = result.message.split('\n');
    return {
      en: `The mart cannot be computed on the sample rows: ${shown(line)}`,
      ja: `サンプルでマートを計算できませんでした：${shown(line)}`,
    };
  }
  return result?.status === 'failed' && result.reason === 'memory'
    ? {
        en: 'The mart needs more memory than a preview has. Joins that multiply rows are the usual cause.',
        ja: 'プレビューで使えるメモリーを超えました。多くの場合、行が増える結合が原因です。',
      }
    : {
        en: 'The mart takes longer to compute than a preview may. Joins that multiply rows are the usual cause.',
        ja: 'プレビューの制限時間を超えました。多くの場合、行が増える結合が原因です。',
      };
}
