import { z } from 'zod';

/**
 * Sensitivity tiers: `1` public, `2` internal, `3` confidential, `4` sensitive.
 * The ordinals are fixed; labels and handling rules are configuration.
 * @public
 */
export const TIERS = [1, 2, 3, 4] as const;

/** @public */
export const tierSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
]);

/** @public */
export type Tier = z.infer<typeof tierSchema>;

/** From this tier on, sample values leave their source only masked. @public */
export const MASKED_FROM_TIER: Tier = 3;

/** What a dataset counts as when nobody has said otherwise. @public */
export const DEFAULT_TIER: Tier = 2;

/**
 * The highest of the given tiers, at least `floor`.
 * @public
 */
export function highestTier(tiers: Iterable<Tier>, floor: Tier = 1): Tier {
  let highest = floor;
  for (const tier of tiers) {
    if (tier > highest) {
      highest = tier;
    }
  }
  return highest;
}
