import type { TierRule } from '@suido/backstage-plugin-data-catalog-common';
import { DEFAULT_TIER, highestTier, type Tier } from '@suido/vocabulary';

/** From what a dataset's tier follows. */
export interface TierParts {
  /** What is said of the dataset itself. */
  readonly own?: Tier;
  /** The highest of its columns. */
  readonly columns?: Tier;
  /** The highest of its inputs. */
  readonly inherited?: Tier;
}

/**
 * A dataset's tier: its own, else that of its inputs, else the default; never
 * below the highest of its columns. And the rule that set it.
 */
export function resolveTier(parts: TierParts): { tier: Tier; rule: TierRule } {
  const base = parts.own ?? parts.inherited ?? DEFAULT_TIER;
  if (parts.columns !== undefined && parts.columns > base) {
    return { tier: parts.columns, rule: 'columns' };
  }
  if (parts.own !== undefined) {
    return { tier: base, rule: 'own' };
  }
  return {
    tier: base,
    rule: parts.inherited === undefined ? 'default' : 'inputs',
  };
}

/** The highest of those that are said; `undefined` where none is. */
export function highestSaid(
  tiers: Iterable<Tier | undefined>,
): Tier | undefined {
  let highest: Tier | undefined;
  for (const tier of tiers) {
    if (tier !== undefined) {
      highest = highest === undefined ? tier : highestTier([tier], highest);
    }
  }
  return highest;
}
