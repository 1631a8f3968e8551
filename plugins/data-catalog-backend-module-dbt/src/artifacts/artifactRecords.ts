import type {
  DashboardRecord,
  EdgeRecord,
  SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import type { ExposureRecord, RelationName } from '@suido/dbt-artifacts';
import type { DatasetId } from '@suido/vocabulary';
import { datasetIdOf, datasetRecordOf } from './datasetRecordOf';
import type { DbtArtifacts } from './DbtArtifacts';

/**
 * What artifacts tell the catalog: datasets, what they are made from, and the
 * dashboards that read them.
 *
 * @remarks
 * An ephemeral model has no relation, so it is no dataset; what it reads is
 * read by those that read it.
 */
export function* artifactRecords(
  artifacts: DbtArtifacts,
  options: { namespace: string; measuredAt: string },
): Generator<SnapshotRecord> {
  const { namespace } = options;
  const idOf = (relation: RelationName) => datasetIdOf(relation, namespace);
  for (const node of artifacts.datasets.values()) {
    const { relation } = node;
    if (relation) {
      const to = idOf(relation);
      yield datasetRecordOf(node, relation, { artifacts, ...options });
      for (const from of inputsOf(node.upstream, artifacts, idOf)) {
        if (from.name !== to.name) {
          const edge: EdgeRecord = {
            kind: 'edge',
            from,
            to,
            evidence: 'declared',
          };
          yield edge;
        }
      }
    }
  }
  for (const exposure of artifacts.exposures) {
    yield dashboardRecord(
      exposure,
      inputsOf(exposure.upstream, artifacts, idOf),
    );
  }
}

/** Datasets behind dbt's ids, through what has no relation; each once. */
function inputsOf(
  upstream: readonly string[],
  artifacts: DbtArtifacts,
  idOf: (relation: RelationName) => DatasetId,
): DatasetId[] {
  const found = new Map<string, DatasetId>();
  const seen = new Set<string>();
  const waiting = [...upstream];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = artifacts.datasets.get(id);
    if (node && !seen.has(id)) {
      seen.add(id);
      if (node.relation) {
        const dataset = idOf(node.relation);
        found.set(dataset.name, dataset);
      } else {
        waiting.push(...node.upstream);
      }
    }
  }
  return [...found.values()];
}

function dashboardRecord(
  exposure: ExposureRecord,
  reads: DatasetId[],
): DashboardRecord {
  const { uniqueId, label, name, description, url, owner, tags } = exposure;
  return {
    kind: 'dashboard',
    id: uniqueId,
    title: label ?? name,
    description,
    url,
    owner:
      owner && (owner.name || owner.emails.length > 0)
        ? { name: owner.name, email: owner.emails[0] }
        : undefined,
    tags: tags.length > 0 ? [...new Set(tags)] : undefined,
    reads,
  };
}
