import type { DbtNode, DbtProject } from './types';

/**
 * Resolves the names in {@link DbtNode.dependsOn} of one project.
 *
 * @returns a function from a node to the nodes that it reads; names that the
 * project does not have (models of packages) are left out
 * @public
 */
export function createUpstreamLookup(
  project: Pick<DbtProject, 'nodes'>,
): (node: DbtNode) => readonly DbtNode[] {
  const nodes = new Map(
    project.nodes.map(node => [
      node.kind === 'source' ? `${node.sourceName}.${node.name}` : node.name,
      node,
    ]),
  );
  return node =>
    node.dependsOn.flatMap(name => {
      const found = nodes.get(name);
      return found ? [found] : [];
    });
}
