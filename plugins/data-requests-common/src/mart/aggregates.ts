import type { MartSpec } from './MartSpec';

/**
 * Whether the mart groups its rows: it does as soon as it has a measure.
 * @public
 */
export function isAggregated(spec: Pick<MartSpec, 'columns'>): boolean {
  return spec.columns.some(column => column.role === 'measure');
}
