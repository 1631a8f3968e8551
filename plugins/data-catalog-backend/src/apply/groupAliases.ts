/** A name that has a dataset. */
export interface KnownName {
  readonly key: string;
  readonly datasetId: string;
  /** Somebody tells of that dataset. */
  readonly isTold: boolean;
}

/** Names of one dataset. */
export interface AliasGroup {
  readonly keys: readonly string[];
  /** A name that has the dataset, or is to get it. */
  readonly first: string;
  /** The dataset that stays; absent where none of the names has one. */
  readonly winner?: string;
  /** Those that become part of it. */
  readonly losers: readonly string[];
}

/**
 * Which names are of one dataset, also across several. The dataset of which
 * somebody tells stays, among those the oldest.
 */
export function groupAliases(
  aliases: readonly { readonly key: string; readonly alias: string }[],
  known: readonly KnownName[],
): AliasGroup[] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (
      let parent = parents.get(root);
      parent !== undefined && parent !== root;
      parent = parents.get(root)
    ) {
      root = parent;
    }
    parents.set(node, root);
    return root;
  };
  const join = (a: string, b: string) => parents.set(rootOf(b), rootOf(a));
  for (const { key, alias } of aliases) {
    join(key, alias);
  }
  for (const { key, datasetId } of known) {
    join(key, `dataset ${datasetId}`); // no key has a space
  }
  const keysOf = new Map<string, string[]>();
  for (const key of new Set(aliases.flatMap(each => [each.key, each.alias]))) {
    const root = rootOf(key);
    const keys = keysOf.get(root) ?? [];
    keys.push(key);
    keysOf.set(root, keys);
  }
  const knownOf = new Map(known.map(each => [each.key, each]));
  const primary = new Set(aliases.map(({ key }) => key));
  return [...keysOf.values()].map(keys => {
    const datasets = keys
      .flatMap(key => knownOf.get(key) ?? [])
      .sort(
        (a, b) =>
          Number(b.isTold) - Number(a.isTold) ||
          Number(BigInt(a.datasetId) - BigInt(b.datasetId)),
      );
    const [stays] = datasets;
    const ids = new Set(datasets.map(({ datasetId }) => datasetId));
    return {
      keys,
      first: stays?.key ?? keys.find(key => primary.has(key)) ?? keys[0],
      winner: stays?.datasetId,
      losers: [...ids].filter(id => id !== stays?.datasetId),
    };
  });
}
