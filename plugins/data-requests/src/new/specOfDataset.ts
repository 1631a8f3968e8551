import {
  emptyMartSpec,
  type InputDataset,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import {
  addSource,
  normaliseIdentifier,
  uniqueName,
  withColumns,
} from '@suido/backstage-plugin-data-requests-react';
import { highestTier } from '@suido/vocabulary';

/** A spec that reads one dataset, at least as sensitive as that. */
export function specOfDataset(target: string, dataset: InputDataset): MartSpec {
  const spec = addSource(emptyMartSpec(target), dataset, [dataset]);
  return { ...spec, tier: highestTier([spec.tier, dataset.tier]) };
}

/** The same with every column of the dataset taken as it is. */
export function specOfColumns(target: string, dataset: InputDataset): MartSpec {
  const spec = specOfDataset(target, dataset);
  const [{ alias }] = spec.sources;
  const columns = dataset.columns.reduce<MartColumn[]>(
    (taken, column) => [
      ...taken,
      {
        role: 'detail',
        name: uniqueName(
          normaliseIdentifier(column.name) || 'column',
          taken.map(({ name }) => name),
        ),
        definition: column.definition,
        source: alias,
        column: column.name,
      },
    ],
    [],
  );
  return withColumns(spec, columns);
}
