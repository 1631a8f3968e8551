import type { MartColumn } from '@suido/backstage-plugin-data-requests-common';

/**
 * The columns that identify a row as far as the roles tell: the dimensions of
 * a mart with measures. Of plain records nobody but the author knows.
 * @public
 */
export function naturalGrain(columns: readonly MartColumn[]): string[] {
  if (!columns.some(column => column.role === 'measure')) {
    return [];
  }
  return columns
    .filter(column => column.role === 'dimension')
    .map(column => column.name);
}

/** The columns that a grain may be made of. @public */
export function grainChoices(columns: readonly MartColumn[]): string[] {
  return columns
    .filter(column => column.role === 'dimension' || column.role === 'detail')
    .map(column => column.name);
}
