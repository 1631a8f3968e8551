import type {
  ColumnType,
  MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import type { MartColumnTypes } from '../../../mart';

/** What the fields of a calculation know of the mart around it. */
export interface CalculationScope {
  /** Path of the calculation in the spec. */
  readonly field: string;
  /** Name of the column that is calculated. */
  readonly name: string;
  readonly columns: readonly MartColumn[];
  readonly types: MartColumnTypes;
}

/** Type of a column to compare with; `unknown` where it cannot be told yet. */
export function comparedType(
  { types }: CalculationScope,
  column: string,
): ColumnType {
  return types.get(column) ?? 'unknown';
}
