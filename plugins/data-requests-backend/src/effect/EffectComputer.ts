import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ColumnEffect,
  MartSpec,
  Preview,
  RequestEffect,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText, Tier } from '@suido/vocabulary';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import { compareColumns } from './compareColumns';
import { compareRows } from './compareRows';

/** One of the two commits that are compared. */
export interface CommitSide {
  /** Absent where a person made it, or nobody knows any more from what. */
  readonly made?: {
    readonly spec: MartSpec;
    /** The query of the mart as the commit has it. */
    readonly query?: string;
  };
}

/** What a commit does to the mart. */
export interface MartEffect {
  readonly columns?: ColumnEffect[];
  readonly rows: RequestEffect['rows'];
  /** The highest tier of the request and of what the rows were computed on. */
  readonly tier: Tier;
}

const BY_HAND: LocalizedText = {
  en: 'One of the commits was made by hand, so its rows cannot be computed here.',
  ja: '手作業によるコミットが含まれるため、行の違いは計算できません。',
};
const OTHER_QUERY: LocalizedText = {
  en: 'The query at one of the commits is not the one that its request makes now: somebody changed it, or the base branch moved on. So its rows cannot be computed here.',
  ja: 'コミットの SQL が、依頼の内容から作られる SQL と異なります（手作業の変更、またはベースブランチの更新によるものです）。そのため行の違いは計算できません。',
};
const TOO_MANY: LocalizedText = {
  en: 'The mart has more rows than a preview shows, so not all could be compared.',
  ja: 'プレビューに表示できる行数を超えるため、行の違いを比較できません。',
};
const HIGHER_TIER: LocalizedText = {
  en: 'One of the commits read more confidential data than the request does now.',
  ja: '現在の依頼より機密区分の高いデータを使うコミットが含まれるため、行は表示しません。',
};

/**
 * Compares what two commits of a request make, on the same sample rows.
 *
 * @remarks
 * The rows come from the specs, not from the files, so they speak for a commit
 * only where its query is exactly what its spec makes now; that is compared
 * first. They are read with the permissions of whoever looks, and not where a
 * commit read data of a higher tier than the request, by whose tier reading it
 * was permitted.
 */
export class EffectComputer {
  readonly #evaluator: RequestEvaluator;

  constructor(options: { evaluator: RequestEvaluator }) {
    this.#evaluator = options.evaluator;
  }

  async compute(
    [before, after]: readonly [CommitSide, CommitSide],
    {
      readableTier,
      credentials,
      signal,
    }: {
      readonly readableTier: Tier;
      readonly credentials: BackstageCredentials;
      readonly signal?: AbortSignal;
    },
  ): Promise<MartEffect> {
    if (!before.made || !after.made) {
      return { rows: unavailable(BY_HAND), tier: readableTier };
    }
    const specs = [before.made.spec, after.made.spec];
    const previews: Preview[] = [];
    // One after the other: previews queue for the same process anyway
    for (const spec of specs) {
      const preview = await this.#evaluator.evaluate(spec, {
        credentials,
        withSample: spec.tier <= readableTier,
        signal,
      });
      previews.push(preview);
    }
    const [old, young] = previews;
    const columns = compareColumns(
      { spec: specs[0], types: typesOf(old) },
      { spec: specs[1], types: typesOf(young) },
    );
    const highest = highestTier([
      ...specs.map(each => each.tier),
      ...previews.map(each => each.lowestTier),
    ]);
    const isOwnQuery =
      isMadeOf(before.made, old) && isMadeOf(after.made, young);
    return {
      columns,
      rows: rowsOf({
        specs,
        previews,
        isOwnQuery,
        isReadable: highest <= readableTier,
      }),
      tier: highestTier([highest, readableTier]),
    };
  }
}

function rowsOf({
  specs: [specBefore, specAfter],
  previews: [before, after],
  isOwnQuery,
  isReadable,
}: {
  readonly specs: readonly MartSpec[];
  readonly previews: readonly Preview[];
  readonly isOwnQuery: boolean;
  readonly isReadable: boolean;
}): RequestEffect['rows'] {
  if (!isReadable) {
    return unavailable(HIGHER_TIER);
  }
  if (!isOwnQuery) {
    return unavailable(OTHER_QUERY);
  }
  if (before.sample.status !== 'available') {
    return unavailable(before.sample.reason);
  }
  if (after.sample.status !== 'available') {
    return unavailable(after.sample.reason);
  }
  if (before.sample.truncated || after.sample.truncated) {
    return unavailable(TOO_MANY);
  }
  return compareRows(
    { sample: before.sample, grain: specBefore.grain },
    { sample: after.sample, grain: specAfter.grain },
  );
}

/** Whether the commit has the query that its spec makes now. */
function isMadeOf(
  { query }: NonNullable<CommitSide['made']>,
  { sql }: Preview,
): boolean {
  return sql !== undefined && query === sql;
}

function typesOf({ sample }: Preview) {
  return new Map(
    sample.status === 'available'
      ? sample.columns.map(({ name, type }) => [name, type] as const)
      : [],
  );
}

function highestTier(tiers: readonly Tier[]): Tier {
  return tiers.reduce((one, other) => (other > one ? other : one));
}

function unavailable(reason: LocalizedText): RequestEffect['rows'] {
  return { status: 'unavailable', reason };
}
