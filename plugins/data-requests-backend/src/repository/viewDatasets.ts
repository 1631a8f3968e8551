import type { DbtNode } from '@suido/dbt-project';
import { DEFAULT_TIER, highestTier, type Tier } from '@suido/vocabulary';
import { readDataType } from '../sql/readDataType';
import type { TargetConfig } from '../targets/TargetConfig';
import type { DbtReference, ViewColumn, ViewDataset } from './RepositoryView';

/** Names that may stand in `ref()` and `source()` as they are. */
const REFERABLE = /^[A-Za-z0-9_][A-Za-z0-9_.$-]*$/;

/** No warehouse has a column whose name spans lines. */
const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * The datasets of a project that a model can read, by key.
 *
 * @remarks
 * Where a seed and a source table are the same relation, the source table
 * stands for it: that is what models refer to.
 */
export function viewDatasets(
  nodes: readonly DbtNode[],
  dialect: TargetConfig['dialect'],
): ReadonlyMap<string, ViewDataset> {
  const datasets = new Map<string, ViewDataset>();
  for (const node of nodes) {
    const reference = referenceOf(node);
    const known = datasets.get(node.key);
    if (node.enabled && reference && known?.reference.kind !== 'source') {
      datasets.set(node.key, viewDataset(node, reference, dialect));
    }
  }
  return datasets;
}

function referenceOf(node: DbtNode): DbtReference | undefined {
  if (!REFERABLE.test(node.name)) {
    return undefined;
  }
  if (node.kind !== 'source') {
    return { kind: 'ref', name: node.name };
  }
  return node.sourceName !== undefined && REFERABLE.test(node.sourceName)
    ? { kind: 'source', source: node.sourceName, table: node.name }
    : undefined;
}

function viewDataset(
  node: DbtNode,
  reference: DbtReference,
  dialect: TargetConfig['dialect'],
): ViewDataset {
  const inherited = tierOfUndeclaredColumns(node);
  const columns = node.columns
    .filter(({ name }) => !CONTROL_CHARACTER.test(name))
    .map(
      (column): ViewColumn => ({
        name: column.name,
        definition: column.definition,
        tier: column.tier ?? inherited,
        valueType: readDataType(column.dataType, dialect),
      }),
    );
  return {
    node,
    reference,
    columns: new Map(columns.map(column => [column.name, column])),
    input: {
      key: node.key,
      id: node.id,
      name: node.name,
      layer: node.layer,
      definition: node.definition,
      ...(node.owner === undefined ? {} : { owner: node.owner }),
      ...(node.updateFrequency === undefined
        ? {}
        : { updateFrequency: node.updateFrequency }),
      tier: node.tier ?? DEFAULT_TIER,
      columns: columns.map(({ valueType, ...column }) => ({
        ...column,
        type: valueType.type,
      })),
    },
  };
}

/**
 * A dataset's tier is at least the highest of its columns. Where it is higher
 * than every column that says its own, it was meant for the others.
 */
function tierOfUndeclaredColumns(node: DbtNode): Tier {
  const declared = highestTier(
    node.columns.flatMap(({ tier }) => (tier ? [tier] : [])),
  );
  const own = node.tier ?? DEFAULT_TIER;
  return own > declared || own < DEFAULT_TIER ? own : DEFAULT_TIER;
}
