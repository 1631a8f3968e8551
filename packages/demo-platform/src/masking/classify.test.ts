import type { DbtNode } from '@suido/dbt-project';
import type { Tier } from '@suido/vocabulary';
import { classifyDatasets, tierOfColumn } from './classify';

function node(
  name: string,
  tier: Tier | undefined,
  columns: Record<string, Tier | undefined>,
  dependsOn: readonly string[] = [],
  kind: DbtNode['kind'] = 'model',
): DbtNode {
  return {
    kind,
    name,
    sourceName: kind === 'source' ? 'pos' : undefined,
    id: { namespace: 'duckdb://demo', name: `retail.x.${name}` },
    key: name,
    layer: 'mart',
    definition: {},
    columns: Object.entries(columns).map(([column, own]) => ({
      name: column,
      definition: {},
      tier: own,
    })),
    enabled: true,
    tier,
    dependsOn,
    path: `${name}.sql`,
  };
}

describe('classifyDatasets', () => {
  it.each<[string, readonly DbtNode[], Record<string, Tier>]>([
    [
      'nothing is said',
      [node('a', undefined, { x: undefined })],
      { x: 2, z: 2 },
    ],
    ['only of the dataset', [node('a', 4, { x: undefined })], { x: 4, z: 4 }],
    ['a public dataset', [node('a', 1, { x: undefined })], { x: 1, z: 1 }],
    [
      'column by column',
      [node('a', 4, { x: 4, y: undefined })],
      { x: 4, y: 2, z: 4 },
    ],
    [
      'higher than its columns',
      [node('a', 4, { x: 3, y: undefined })],
      { x: 3, y: 4, z: 4 },
    ],
    [
      'in another case',
      [node('a', 3, { Email: 3, y: undefined })],
      { EMAIL: 3, y: 2 },
    ],
    [
      'by what it reads, through others',
      [
        node('a', undefined, { x: undefined, y: 1 }, ['b']),
        node('b', undefined, {}, ['c']),
        node('c', 3, { w: 3 }),
      ],
      { x: 3, y: 1, z: 3 },
    ],
    [
      'a circle',
      [node('a', undefined, {}, ['b']), node('b', undefined, {}, ['a'])],
      { z: 2 },
    ],
    [
      'a seed and a source, the stricter one',
      [
        node('a', 4, { x: 1, y: 4 }, [], 'seed'),
        node('a', 3, { x: 3, y: undefined }, [], 'source'),
      ],
      { x: 3, y: 4, z: 4 },
    ],
  ])('%s', (_, nodes, expected) => {
    const tiers = classifyDatasets(nodes).get('retail.x.a');
    const found = Object.keys(expected).map(column => [
      column,
      tiers && tierOfColumn(tiers, column),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
