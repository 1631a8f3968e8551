import { createUpstreamLookup, type DbtNode } from '@suido/dbt-project';

/** A dataset of the project and what it is made from. */
export interface PlannedDataset {
  readonly node: DbtNode;
  /** Names of the datasets that it reads. */
  readonly upstream: readonly string[];
  /** True where it reads itself, directly or around a circle. */
  readonly circular: boolean;
}

/**
 * The enabled datasets of a project, each after all that it reads.
 *
 * @remarks
 * A source's table that is also a seed is that seed: the demo company loads
 * its raw data as seeds and reads it as sources.
 */
export function buildOrder(
  nodes: readonly DbtNode[],
): readonly PlannedDataset[] {
  const datasets = new Map<string, DbtNode>();
  for (const node of nodes.filter(({ enabled }) => enabled)) {
    const other = datasets.get(node.id.name);
    if (!other || other.kind === 'source') {
      datasets.set(node.id.name, node);
    }
  }
  const upstreamNodes = createUpstreamLookup({ nodes });
  const upstreamOf = (node: DbtNode) => [
    ...new Set(upstreamNodes(node).map(({ id }) => id.name)),
  ];

  const planned = new Map<string, PlannedDataset>();
  const open = new Set<string>();
  const circular = new Set<string>();
  const visit = (name: string): void => {
    const node = datasets.get(name);
    if (!node || planned.has(name)) {
      return;
    }
    if (open.has(name)) {
      circular.add(name);
      return;
    }
    open.add(name);
    const upstream = upstreamOf(node);
    upstream.forEach(visit);
    open.delete(name);
    planned.set(name, { node, upstream, circular: circular.has(name) });
  };
  [...datasets.keys()].forEach(visit);
  return [...planned.values()];
}
