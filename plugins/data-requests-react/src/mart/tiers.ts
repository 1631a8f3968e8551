import type {
  InputDataset,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { highestTier, type Tier } from '@suido/vocabulary';
import { resolveSources } from './joins';

/**
 * The lowest tier that a mart may have: the highest of the columns that it
 * takes. The preview says the same with authority; this is known at once.
 * @public
 */
export function lowestTierOf(
  spec: MartSpec,
  datasets: readonly InputDataset[],
): Tier {
  const sources = new Map(
    resolveSources(spec.sources, datasets).map(({ alias, dataset }) => [
      alias,
      dataset,
    ]),
  );
  const tiers = spec.columns.flatMap(column => {
    if (column.role === 'derived' || !column.column) {
      return [];
    }
    const found = sources
      .get(column.source)
      ?.columns.find(candidate => candidate.name === column.column);
    return found ? [found.tier] : [];
  });
  return highestTier(tiers);
}
