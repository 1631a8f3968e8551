import {
  FACETS,
  type FacetName,
  type FoundKind,
  type SearchQuery,
} from '@suido/backstage-plugin-data-catalog-common';

/** Values that are chosen of each facet; absent where all are. */
export type Narrowings = Readonly<
  Partial<Record<FacetName, readonly string[]>>
>;

/** Bit of a facet in a row's `failed`: set where the row is not of its values. */
export function bitOf(facet: FacetName): number {
  return 1 << FACETS.indexOf(facet);
}

/**
 * What a query is narrowed to. Where no kind is chosen, columns are shown with
 * their datasets, and without words only datasets are listed.
 */
export function narrowingsOf(query: SearchQuery): Narrowings {
  const chosen = Object.fromEntries(
    FACETS.map(facet => {
      const values = query[facet];
      return [facet, values === undefined ? [] : [values].flat().map(String)];
    }).filter(([, values]) => values.length > 0),
  );
  const whole: FoundKind[] = ['dataset', 'saved-query', 'dashboard'];
  return {
    kind: query.q.trim() === '' ? ['dataset'] : whole,
    ...chosen,
  };
}
