import type { DbtReference } from '../repository/RepositoryView';

/**
 * How a model of dbt refers to a dataset. Names in a reference are plain words
 * (`viewDatasets` sees to that).
 */
export function modelReference(reference: DbtReference): string {
  return reference.kind === 'ref'
    ? `ref('${reference.name}')`
    : `source('${reference.source}', '${reference.table}')`;
}
