import type { Tier } from '@suido/vocabulary';
import fc from 'fast-check';
import { inheritTiers, type TierNode } from './inheritTiers';

function node(
  id: string,
  inputs: string[],
  more: Partial<TierNode> = {},
): TierNode {
  return { id, inputs, ...more };
}

function inherit(nodes: TierNode[], known: [string, Tier][] = []) {
  return Object.fromEntries(inheritTiers(nodes, new Map(known)));
}

describe('inheritTiers', () => {
  it('hands the highest tier on, until somebody says another', () => {
    expect(
      inherit(
        [
          node('a', [], { own: 3 }),
          node('b', ['a', 'known']),
          node('c', ['b']),
          node('said', ['c'], { own: 1 }),
          node('after', ['said']),
          node('columns', ['said'], { columns: 4 }),
          node('below', ['columns']),
        ],
        [['known', 1]],
      ),
    ).toEqual({
      a: undefined,
      b: 3,
      c: 3,
      said: 3,
      after: 1,
      columns: 1,
      below: 4,
    });
  });

  it('lets no circle hold up a tier that nobody says', () => {
    expect(inherit([node('a', ['b']), node('b', ['a'])])).toEqual({
      a: undefined,
      b: undefined,
    });
    expect(
      inherit([node('a', ['b', 'x']), node('b', ['a'])], [['x', 4]]),
    ).toEqual({ a: 4, b: 4 });
    expect(inherit([node('a', ['a'])])).toEqual({ a: undefined });
  });

  it('does not depend on the order, and inherits what its inputs have', () => {
    const tier = fc.option(fc.constantFrom<Tier>(1, 2, 3, 4), {
      nil: undefined,
    });
    const graph = fc.array(
      fc.record({
        own: tier,
        columns: tier,
        inputs: fc.uniqueArray(fc.nat(7).map(String), { maxLength: 3 }),
      }),
      { minLength: 8, maxLength: 8 },
    );
    fc.assert(
      fc.property(graph, rows => {
        const nodes = rows.map((row, index) => ({ id: String(index), ...row }));
        const result = inherit(nodes);
        expect(inherit([...nodes].reverse())).toEqual(result);
        for (const { id, inputs } of nodes) {
          const said = inputs.map(input => nodes[Number(input)].own ?? 0);
          expect(result[id] ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...said));
        }
      }),
    );
  });
});
