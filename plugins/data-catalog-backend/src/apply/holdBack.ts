import type { LocalizedText } from '@suido/vocabulary';
import type { HoldBackConfig } from '../config/CatalogConfig';

/** What a snapshot would remove of one kind of thing. */
export interface Removal {
  readonly what: 'datasets' | 'assets';
  readonly removed: number;
  /** What the source told before. */
  readonly stored: number;
}

const NAMES: Record<Removal['what'], LocalizedText> = {
  datasets: { en: 'datasets', ja: 'データセット' },
  assets: {
    en: 'saved queries and dashboards',
    ja: '保存済みクエリとダッシュボード',
  },
};

/**
 * Why a snapshot waits for a data engineer: it would remove more than is
 * configured, which is how a source looks that is broken.
 * @returns `undefined` where it may be applied
 */
export function reasonToHold(
  source: string,
  removals: readonly Removal[],
  config: HoldBackConfig,
): LocalizedText | undefined {
  const share = config.maxRemovedShares.get(source) ?? config.maxRemovedShare;
  const large = removals.find(
    ({ removed, stored }) =>
      removed >= config.minRemoved && removed > share * stored,
  );
  if (!large) {
    return undefined;
  }
  const { removed, stored } = large;
  const name = NAMES[large.what];
  const percent = Math.round(share * 100);
  return {
    en: `It would remove ${removed} of ${stored} ${name.en}, more than the ${percent} % that are configured. If that is right, release it; otherwise mend the source and read it again.`,
    ja: `${name.ja} ${stored} 件のうち ${removed} 件を取り除くことになり、設定された ${percent} % を超えています。正しければ解放してください。そうでなければソースを直して再度読み込んでください。`,
  };
}
