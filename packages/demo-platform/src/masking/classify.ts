import { createUpstreamLookup, type DbtNode } from '@suido/dbt-project';
import { DEFAULT_TIER, highestTier, type Tier } from '@suido/vocabulary';

/** How sensitive a dataset and its columns are. */
export interface DatasetTiers {
  /** Of columns that nobody has listed. */
  readonly dataset: Tier;
  /** By name in lower case: the warehouse compares names without case. */
  readonly columns: ReadonlyMap<string, Tier>;
}

/** The tier of one column. */
export function tierOfColumn(tiers: DatasetTiers, column: string): Tier {
  return tiers.columns.get(column.toLowerCase()) ?? tiers.dataset;
}

/**
 * How sensitive every column of a project is, by name of the dataset.
 *
 * @remarks
 * A column has the tier that its YAML says. A dataset's tier is at least the
 * highest of its columns: where it is higher, it was meant for the listed
 * columns that say nothing, which are else of the default tier. A column that
 * nobody listed has the dataset's tier; a dataset without one has the highest of
 * what it reads. A seed and a source may describe the same table; the stricter one
 * counts.
 */
export function classifyDatasets(
  nodes: readonly DbtNode[],
): ReadonlyMap<string, DatasetTiers> {
  const byDataset = new Map<string, readonly DbtNode[]>();
  for (const node of nodes) {
    byDataset.set(node.id.name, [...(byDataset.get(node.id.name) ?? []), node]);
  }
  const upstream = createUpstreamLookup({ nodes });
  const tiers = new Map<string, Tier>();

  const datasetTier = (name: string, seen: ReadonlySet<string>): Tier => {
    const known = tiers.get(name);
    if (known) {
      return known;
    }
    const same = byDataset.get(name) ?? [];
    const written = same.flatMap(({ tier }) => (tier ? [tier] : []));
    const inherited = same
      .flatMap(node => upstream(node))
      .map(({ id }) => id.name)
      .filter(input => !seen.has(input));
    const tier =
      written.length > 0
        ? highestTier(written)
        : highestTier(
            inherited.map(input =>
              datasetTier(input, new Set([...seen, input])),
            ),
            DEFAULT_TIER,
          );
    tiers.set(name, tier);
    return tier;
  };

  return new Map(
    [...byDataset].map(([name, same]) => [
      name,
      columnTiers(
        same.flatMap(({ columns }) => columns),
        datasetTier(name, new Set([name])),
      ),
    ]),
  );
}

function columnTiers(
  columns: readonly { readonly name: string; readonly tier?: Tier }[],
  dataset: Tier,
): DatasetTiers {
  const declared = highestTier(
    columns.flatMap(({ tier }) => (tier ? [tier] : [])),
  );
  const silent =
    dataset > declared || dataset < DEFAULT_TIER ? dataset : DEFAULT_TIER;
  const written = new Map<string, Tier[]>();
  for (const { name, tier } of columns) {
    const key = name.toLowerCase();
    written.set(key, [...(written.get(key) ?? []), ...(tier ? [tier] : [])]);
  }
  return {
    dataset,
    columns: new Map(
      [...written].map(([name, tiers]) => [
        name,
        tiers.length > 0 ? highestTier(tiers) : silent,
      ]),
    ),
  };
}
