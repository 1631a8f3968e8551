import type { DbtGroup } from '@suido/dbt-project';

/**
 * The entity that a group of the repository stands for: dbt's names have `_`
 * where entity names have `-`.
 */
export function groupEntityRef(group: Pick<DbtGroup, 'name'>): string {
  return `group:default/${group.name.replace(/_/g, '-').toLowerCase()}`;
}

/** The group of the repository behind an entity, `undefined` where there is none. */
export function findGroup(
  groups: readonly DbtGroup[],
  entityRef: string,
): DbtGroup | undefined {
  const wanted = entityRef.toLowerCase();
  return groups.find(group => groupEntityRef(group) === wanted);
}
