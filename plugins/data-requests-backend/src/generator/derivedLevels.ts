import {
  operandsOf,
  type MartColumn,
} from '@suido/backstage-plugin-data-requests-common';

/** Derived columns nested deeper are refused: nobody could review them. */
export const MAX_DERIVED_LEVEL = 8;

/**
 * How many steps of arithmetic each column needs: 0 for those that are not
 * derived, `undefined` for those in a cycle or on top of one.
 */
export function derivedLevels(
  columns: readonly MartColumn[],
): ReadonlyMap<string, number | undefined> {
  const byName = new Map(columns.map(column => [column.name, column]));
  const levels = new Map<string, number | undefined>();
  const open = new Set<string>();

  const levelOf = (name: string): number | undefined => {
    if (levels.has(name)) {
      return levels.get(name);
    }
    const column = byName.get(name);
    if (column?.role !== 'derived') {
      return 0;
    }
    if (open.has(name)) {
      return undefined;
    }
    open.add(name);
    const operands = operandsOf(column.calculation).map(({ operand }) =>
      operand.kind === 'column' ? levelOf(operand.name) : 0,
    );
    open.delete(name);
    const level = operands.some(operand => operand === undefined)
      ? undefined
      : 1 + Math.max(0, ...operands.map(operand => operand ?? 0));
    levels.set(name, level);
    return level;
  };

  for (const { name } of columns) {
    levels.set(name, levelOf(name));
  }
  return levels;
}
