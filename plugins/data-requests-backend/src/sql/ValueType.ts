import type { ColumnType } from '@suido/backstage-plugin-data-requests-common';

/**
 * What the values of an expression are, independent of the dialect.
 *
 * @remarks
 * Enforced contracts compare exact type names, so a type remembers how the
 * repository writes it.
 */
export interface ValueType {
  readonly type: ColumnType;
  /** Of exact decimals: digits after the point. Floating ones have none. */
  readonly scale?: number;
  /** As the repository writes it, in the dialect of the target. */
  readonly declared?: string;
}

export const TEXT: ValueType = { type: 'text' };
export const INTEGER: ValueType = { type: 'integer' };
export const FLOATING: ValueType = { type: 'decimal' };
export const DATE: ValueType = { type: 'date' };
export const TIMESTAMP: ValueType = { type: 'timestamp' };
export const UNKNOWN: ValueType = { type: 'unknown' };

/** An exact decimal with so many digits after the point. */
export function exactDecimal(scale: number): ValueType {
  return { type: 'decimal', scale };
}

/** Whether one can calculate with it. */
export function isNumeric({ type }: ValueType): boolean {
  return type === 'integer' || type === 'decimal';
}

/** Whether its values have a before and an after. */
export function isOrdered(value: ValueType): boolean {
  return (
    isNumeric(value) || value.type === 'date' || value.type === 'timestamp'
  );
}
