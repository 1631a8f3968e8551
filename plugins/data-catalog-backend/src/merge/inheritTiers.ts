import type { Tier } from '@suido/vocabulary';
import { highestSaid, resolveTier, type TierParts } from './resolveTier';

/** A dataset in the graph of inputs. */
export interface TierNode extends Omit<TierParts, 'inherited'> {
  readonly id: string;
  /** Ids of the datasets that it is made from. */
  readonly inputs: readonly string[];
}

/**
 * What each dataset inherits from its inputs: the highest tier of them.
 *
 * @remarks
 * The least solution, so that datasets which are made from each other hold up
 * no tier that nobody outside their circle says. The order of the nodes has no
 * effect.
 * @param nodes - those that are computed anew
 * @param known - tiers of inputs that are not among the nodes
 * @returns by id; `undefined` where there are no inputs
 */
export function inheritTiers(
  nodes: readonly TierNode[],
  known: ReadonlyMap<string, Tier>,
): Map<string, Tier | undefined> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const readers = new Map<string, string[]>();
  for (const { id, inputs } of nodes) {
    for (const input of inputs) {
      const list = readers.get(input) ?? [];
      list.push(id);
      readers.set(input, list);
    }
  }
  const inherited = new Map<string, Tier | undefined>();
  const tiers = new Map<string, Tier>(known);
  for (const node of nodes) {
    inherited.set(node.id, undefined);
    const isDecided = node.own !== undefined || node.inputs.length === 0;
    const tier = isDecided ? resolveTier(node).tier : node.columns;
    if (tier !== undefined) {
      tiers.set(node.id, tier);
    } else {
      tiers.delete(node.id);
    }
  }
  // Tiers only rise here, and there are four: it ends.
  const waiting = nodes.map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = byId.get(id);
    if (!node) {
      continue;
    }
    const highest = highestSaid(node.inputs.map(input => tiers.get(input)));
    if (highest === undefined || highest === inherited.get(id)) {
      continue;
    }
    inherited.set(id, highest);
    const { tier } = resolveTier({ ...node, inherited: highest });
    if (tier !== tiers.get(id)) {
      tiers.set(id, tier);
      waiting.push(...(readers.get(id) ?? []));
    }
  }
  return inherited;
}
