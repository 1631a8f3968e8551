import type {
  MartColumn,
  MartOperand,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { derivedLevels } from '../generator/derivedLevels';
import { numberText } from '../generator/numberText';
import { aggregateType, derivedType, takenType } from '../generator/valueTypes';
import type {
  RepositoryView,
  ViewColumn,
  ViewDataset,
} from '../repository/RepositoryView';
import type { ValueType } from '../sql/ValueType';

/** Finds what an unfinished spec names, as far as it is there. */
export interface SpecLookup {
  /** Dataset behind an alias. */
  dataset(alias: string): ViewDataset | undefined;
  sourceColumn(alias: string, column: string): ViewColumn | undefined;
  /** Type of a column of the mart; `undefined` where it cannot be told yet. */
  martColumnType(name: string): ValueType | undefined;
  martColumn(name: string): MartColumn | undefined;
  /** Steps of arithmetic; `undefined` in a cycle. */
  level(name: string): number | undefined;
}

/** Where a name is given twice, the first one counts; a rule says so. */
export function createSpecLookup(
  spec: MartSpec,
  view: Pick<RepositoryView, 'datasets'>,
): SpecLookup {
  const datasets = new Map<string, ViewDataset>();
  for (const { alias, dataset } of spec.sources) {
    const found = view.datasets.get(dataset);
    if (found && !datasets.has(alias)) {
      datasets.set(alias, found);
    }
  }
  const columns = new Map<string, MartColumn>();
  for (const column of spec.columns) {
    if (!columns.has(column.name)) {
      columns.set(column.name, column);
    }
  }
  const levels = derivedLevels(spec.columns);
  const types = new Map<string, ValueType | undefined>();

  const sourceColumn = (alias: string, column: string) =>
    datasets.get(alias)?.columns.get(column);
  const operandType = (operand: MartOperand) =>
    operand.kind === 'number'
      ? numberText(operand.value).type
      : martColumnType(operand.name);
  const typeOf = (column: MartColumn): ValueType | undefined => {
    if (column.role === 'derived') {
      const left = operandType(column.left);
      const right = operandType(column.right);
      return left && right && derivedType(column.operation, left, right);
    }
    if (column.role === 'measure' && column.column === undefined) {
      return aggregateType(column.aggregation, undefined);
    }
    const found = sourceColumn(column.source, column.column ?? '');
    if (!found) {
      return undefined;
    }
    return column.role === 'measure'
      ? aggregateType(column.aggregation, found.valueType)
      : takenType(
          found.valueType,
          column.role === 'dimension' ? column.timeGrain : undefined,
        );
  };
  function martColumnType(name: string): ValueType | undefined {
    const column = columns.get(name);
    if (!column || levels.get(name) === undefined) {
      return undefined;
    }
    if (!types.has(name)) {
      types.set(name, typeOf(column));
    }
    return types.get(name);
  }

  return {
    dataset: alias => datasets.get(alias),
    sourceColumn,
    martColumnType,
    martColumn: name => columns.get(name),
    level: name => levels.get(name),
  };
}
