import type { PortalApi, Spec } from './api';
import type { Language } from './texts';

/** What a mart that is not filled in by hand holds: sums per group. */
export interface MartInShort {
  readonly name: string;
  readonly question: string;
  readonly purpose: string;
  readonly definition: string;
  readonly dataset: string;
  /** Columns of the dataset that rows are grouped by. */
  readonly groups: readonly string[];
  /** Columns of the dataset that are added up. */
  readonly sums: readonly string[];
}

/** The whole request of a mart, for journeys that begin after the form. */
export async function martSpec(
  api: PortalApi,
  language: Language,
  mart: MartInShort,
): Promise<Spec> {
  const { name, question, purpose, dataset, groups, sums } = mart;
  const source = 'data';
  const said = (text: string) => ({ [language]: text });
  const defined = (column: string) => said(`${mart.definition} (${column})`);
  return {
    kind: 'data-mart',
    version: 2,
    target: 'data-platform',
    name,
    question,
    purpose,
    definition: said(mart.definition),
    sources: [{ alias: source, dataset: await api.datasetKey(dataset) }],
    joins: [],
    filters: [],
    columns: [
      ...groups.map(column => ({
        role: 'dimension',
        name: column,
        definition: defined(column),
        source,
        column,
      })),
      ...sums.map(column => ({
        role: 'measure',
        name: column,
        definition: defined(column),
        aggregation: 'sum',
        source,
        column,
      })),
    ],
    grain: groups,
    tests: [],
    updateFrequency: 'daily',
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 2,
    consumers: [],
    differences: [],
  };
}
