import type {
  DatasetRecord,
  EdgeRecord,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { createUpstreamLookup, type DbtNode } from '@suido/dbt-project';

const TYPES: Readonly<Record<string, DatasetRecord['type']>> = {
  table: 'table',
  incremental: 'table',
  view: 'view',
  materialized_view: 'materialized-view',
};

const REQUEST_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/i;

/**
 * The datasets of a project and what they are made from.
 *
 * @remarks
 * Disabled and ephemeral nodes have no relation, so they are no datasets; what
 * an ephemeral model reads is read by those that read it.
 */
export function projectRecords(nodes: readonly DbtNode[]): SnapshotRecord[] {
  const upstream = createUpstreamLookup({ nodes });
  const inputsOf = (node: DbtNode, seen: Set<DbtNode>): readonly DbtNode[] =>
    upstream(node).flatMap(input => {
      if (seen.has(input)) {
        return [];
      }
      seen.add(input);
      return isRelation(input) ? [input] : inputsOf(input, seen);
    });
  return nodes.filter(isRelation).flatMap(node => [
    datasetRecord(node),
    ...inputsOf(node, new Set())
      .filter(input => input.key !== node.key)
      .map(
        (input): EdgeRecord => ({
          kind: 'edge',
          from: input.id,
          to: node.id,
          evidence: 'declared',
        }),
      ),
  ]);
}

function isRelation(node: DbtNode): boolean {
  return node.enabled && node.materialized !== 'ephemeral';
}

function datasetRecord(node: DbtNode): DatasetRecord {
  return {
    kind: 'dataset',
    id: node.id,
    type: typeOf(node),
    layer: node.layer,
    // Folders of other layers are systems, such as `staging/pos`.
    domain: node.layer === 'mart' ? node.domain : undefined,
    owners: node.owner ? [{ ref: node.owner }] : undefined,
    purpose: node.purpose,
    updateFrequency: node.updateFrequency,
    definition: node.definition,
    tier: node.tier,
    columns: node.columns.map(({ name, dataType, definition, tier }) => ({
      name,
      type: dataType,
      definition,
      tier,
    })),
    path: node.path,
    requestId:
      node.requestId && REQUEST_ID.test(node.requestId)
        ? node.requestId
        : undefined,
  };
}

/** A source table may be anything; the warehouse knows. */
function typeOf(node: DbtNode): DatasetRecord['type'] {
  return node.kind === 'seed' || node.kind === 'snapshot'
    ? node.kind
    : TYPES[node.materialized ?? ''];
}
