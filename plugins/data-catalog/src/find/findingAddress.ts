import {
  FACETS,
  searchQuerySchema,
  type FacetName,
  type SearchQuery,
} from '@suido/backstage-plugin-data-catalog-common';

/** Longest question that the API takes. */
export const LONGEST_WORDS_CHARS = 200;

const WORDS_PARAM = 'q';

/** By what a search is narrowed: facet → the values that may be. */
export type Narrowings = Readonly<
  Partial<Record<FacetName, readonly string[]>>
>;

/** What somebody looks for; it is all in the address. */
export interface Finding {
  readonly words: string;
  readonly narrowings: Narrowings;
}

/**
 * Reads an address. Anybody can write one: values that a facet cannot have are
 * left out.
 */
export function readFinding(params: URLSearchParams): Finding {
  const narrowings: Partial<Record<FacetName, string[]>> = {};
  for (const facet of FACETS) {
    const accepts = searchQuerySchema.shape[facet];
    const values = [...new Set(params.getAll(facet))].filter(
      value => accepts.safeParse(value).success,
    );
    if (values.length > 0) {
      narrowings[facet] = values;
    }
  }
  return {
    words: (params.get(WORDS_PARAM) ?? '').slice(0, LONGEST_WORDS_CHARS),
    narrowings,
  };
}

/** The address of a search, the same for the same search. */
export function writeFinding({ words, narrowings }: Finding): URLSearchParams {
  const params = new URLSearchParams();
  if (words) {
    params.set(WORDS_PARAM, words);
  }
  for (const facet of FACETS) {
    for (const value of narrowings[facet] ?? []) {
      params.append(facet, value);
    }
  }
  return params;
}

/** The question that the API is asked. */
export function toSearchQuery({ words, narrowings }: Finding): SearchQuery {
  return searchQuerySchema.parse({ q: words, ...narrowings });
}

/** Takes a value of a facet in, or out where it is in. */
export function toggleNarrowing(
  narrowings: Narrowings,
  facet: FacetName,
  value: string,
): Narrowings {
  const { [facet]: chosen = [], ...others } = narrowings;
  const next = chosen.includes(value)
    ? chosen.filter(one => one !== value)
    : [...chosen, value];
  return next.length > 0 ? { ...others, [facet]: next } : others;
}

/** Facet and value of everything that narrows, in the order of the facets. */
export function listNarrowings(
  narrowings: Narrowings,
): { facet: FacetName; value: string }[] {
  return FACETS.flatMap(facet =>
    (narrowings[facet] ?? []).map(value => ({ facet, value })),
  );
}
