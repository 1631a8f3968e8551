import {
  type InputColumn,
  isAggregated,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { renameInCalculation } from './calculations';
import { grainChoices, naturalGrain } from './grain';
import { isIdentifier } from './joins';
import { normaliseIdentifier, uniqueName } from './names';

/**
 * Replaces the columns and keeps what refers to them in step: the grain
 * follows the roles as long as the author has not chosen another one; tests
 * and the partition of columns that are gone go too.
 * @public
 */
export function withColumns(
  spec: MartSpec,
  columns: readonly MartColumn[],
): MartSpec {
  const next = isAggregated({ columns: [...columns] })
    ? columns.map(asGrouped)
    : [...columns];
  const names = new Set(next.map(column => column.name));
  const followsRoles =
    spec.grain.join('\n') === naturalGrain(spec.columns).join('\n');
  const choices = new Set(grainChoices(next));
  const { partition, ...rest } = spec;
  return {
    ...rest,
    columns: next,
    grain: followsRoles
      ? naturalGrain(next)
      : spec.grain.filter(name => choices.has(name)),
    tests: spec.tests.filter(test => names.has(test.column)),
    ...(partition && names.has(partition.column) && { partition }),
  };
}

/** Takes a column of a source into the mart, in the role its type suggests. @public */
export function addColumn(
  spec: MartSpec,
  source: string,
  column: InputColumn,
): MartSpec {
  const name = uniqueName(
    normaliseIdentifier(column.name) || 'column',
    spec.columns.map(existing => existing.name),
  );
  const shared = { name, definition: column.definition, source };
  const isMeasure =
    (column.type === 'decimal' || column.type === 'integer') &&
    !isIdentifier(column.name);
  const added: MartColumn = isMeasure
    ? {
        ...shared,
        role: 'measure',
        aggregation: 'sum',
        column: column.name,
      }
    : { ...shared, role: 'dimension', column: column.name };
  return {
    ...withColumns(spec, [...spec.columns, added]),
    tier: column.tier > spec.tier ? column.tier : spec.tier,
  };
}

/** Renames a column wherever the mart refers to it. @public */
export function renameColumn(
  spec: MartSpec,
  index: number,
  to: string,
): MartSpec {
  const from = spec.columns[index].name;
  const isShared = spec.columns.some(
    (column, other) => other !== index && column.name === from,
  );
  const renamed = (name: string) => (name === from && !isShared ? to : name);
  const { partition, unitTest } = spec;
  return {
    ...spec,
    columns: spec.columns.map((column, other) => {
      const name = other === index ? to : column.name;
      return column.role === 'derived'
        ? {
            ...column,
            name,
            calculation: renameInCalculation(column.calculation, renamed),
          }
        : { ...column, name };
    }),
    grain: spec.grain.map(renamed),
    tests: spec.tests.map(test => ({ ...test, column: renamed(test.column) })),
    ...(partition && {
      partition: { ...partition, column: renamed(partition.column) },
    }),
    ...(unitTest && {
      unitTest: {
        ...unitTest,
        expected: {
          ...unitTest.expected,
          columns: unitTest.expected.columns.map(renamed),
        },
      },
    }),
  };
}

/** Gives a column another role and keeps what both roles have. @public */
export function withRole(
  column: MartColumn,
  role: 'dimension' | 'detail' | 'measure',
): MartColumn {
  if (column.role === 'derived' || column.role === role) {
    return column;
  }
  const { name, definition, source } = column;
  if (role === 'measure') {
    return {
      role,
      name,
      definition,
      source,
      aggregation: 'sum',
      column: column.column,
    };
  }
  return { role, name, definition, source, column: column.column ?? '' };
}

/** Beside measures a plain column groups the rows. */
function asGrouped(column: MartColumn): MartColumn {
  return column.role === 'detail' ? withRole(column, 'dimension') : column;
}
