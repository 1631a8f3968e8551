import {
  operandsOf,
  type MartCalculation,
  type MartColumn,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { highestTier, type Tier } from '@suido/vocabulary';
import {
  readCalculation,
  type CalculationReading,
} from '../generator/calculation/readCalculation';
import { derivedLevels } from '../generator/derivedLevels';
import { aggregateType, takenType } from '../generator/valueTypes';
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
  /** The highest tier of what a column of the mart is made of. */
  martColumnTier(name: string): Tier;
  /** What a calculation comes to; it must be in no cycle. */
  calculation(of: MartCalculation): CalculationReading;
  /** Steps of calculation; `undefined` in a cycle. */
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
  const tiers = new Map<string, Tier>();

  const sourceColumn = (alias: string, column: string) =>
    datasets.get(alias)?.columns.get(column);
  const typeOf = (column: MartColumn): ValueType | undefined => {
    if (column.role === 'derived') {
      const reading = readCalculation(column.calculation, martColumnType);
      return 'type' in reading ? reading.type : undefined;
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

  const tierOf = (column: MartColumn): Tier =>
    column.role === 'derived'
      ? highestTier(
          operandsOf(column.calculation).map(({ operand }) =>
            operand.kind === 'column' ? martColumnTier(operand.name) : 1,
          ),
        )
      : sourceColumn(column.source, column.column ?? '')?.tier ?? 1;
  function martColumnTier(name: string): Tier {
    const column = columns.get(name);
    const known = tiers.get(name);
    if (known !== undefined) {
      return known;
    }
    // A column in a cycle has no end to look for
    const tier = column && levels.get(name) !== undefined ? tierOf(column) : 1;
    tiers.set(name, tier);
    return tier;
  }

  return {
    dataset: alias => datasets.get(alias),
    sourceColumn,
    martColumnType,
    martColumnTier,
    martColumn: name => columns.get(name),
    calculation: of => readCalculation(of, martColumnType),
    level: name => levels.get(name),
  };
}
