import type { Column } from '@suido/backstage-plugin-data-catalog-common';

/**
 * A column in `dataset_details.columns`: without what is empty, because there
 * are millions of them. Its place in the list is its position.
 */
export type StoredColumn = Pick<Column, 'name'> &
  Partial<Omit<Column, 'name' | 'position'>>;

/** A column as it is stored. */
export function toStoredColumn(column: Column): StoredColumn {
  const { en, ja } = column.definition;
  return {
    name: column.name,
    type: column.type,
    isNullable: column.isNullable,
    definition: en || ja ? column.definition : undefined,
    tier: column.tier,
    tags: column.tags.length > 0 ? column.tags : undefined,
    tests: column.tests.length > 0 ? column.tests : undefined,
    definedBy: column.definedBy,
  };
}

/** A column as it is shown. */
export function fromStoredColumn(
  stored: StoredColumn,
  position: number,
): Column {
  return {
    ...stored,
    position,
    definition: stored.definition ?? {},
    tags: stored.tags ?? [],
    tests: stored.tests ?? [],
  };
}
