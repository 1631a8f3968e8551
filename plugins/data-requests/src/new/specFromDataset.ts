import {
  emptyMartSpec,
  IDENTIFIER_PATTERN,
  type InputDataset,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';

/** A spec that reads one dataset, and at least as sensitive as that. */
export function specFromDataset(
  target: string,
  dataset: Pick<InputDataset, 'key' | 'name' | 'tier'>,
): MartSpec {
  const alias = dataset.name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(?:stg|int|raw|fct|dim)_+/, '')
    .replace(/^[_0-9]+|_+$/g, '');
  return {
    ...emptyMartSpec(target),
    tier: dataset.tier,
    sources: [
      {
        alias: IDENTIFIER_PATTERN.test(alias) ? alias : 'source',
        dataset: dataset.key,
      },
    ],
  };
}
