import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import { canonicalDatasetId, datasetKey } from '@suido/vocabulary';

export const NAMESPACE = 'bigquery';

export function id(name: string, namespace = NAMESPACE) {
  return { namespace, name };
}

export function keyOf(name: string, namespace = NAMESPACE) {
  return datasetKey(canonicalDatasetId(id(name, namespace)));
}

export function dataset(name: string, more: object = {}) {
  return { kind: 'dataset', id: id(name), ...more } as SnapshotRecord;
}

export function edge(from: string, to: string) {
  return { kind: 'edge', from: id(from), to: id(to), evidence: 'declared' };
}

export function at(hour: number) {
  return { takenAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z` };
}
