import type { MartColumn } from '@suido/backstage-plugin-data-requests-common';
import type { FormTexts } from '../translation';
import { calculationWords, type CalculationContext } from './calculationWords';
import { shown } from './shown';

/** What a column holds, such as “net_amount: sum of orders.net_amount”. */
export function columnWords(
  t: FormTexts,
  column: MartColumn,
  context: CalculationContext,
): string {
  return t('words.column', {
    name: shown(column.name),
    what: contentWords(t, column, context),
  });
}

function contentWords(
  t: FormTexts,
  column: MartColumn,
  context: CalculationContext,
): string {
  if (column.role === 'derived') {
    return calculationWords(t, column.calculation, context);
  }
  const of = `${shown(column.source)}.${shown(column.column ?? '')}`;
  if (column.role === 'measure') {
    return column.column === undefined
      ? t('words.rowCount', { source: shown(column.source) })
      : t(`aggregationOf.${column.aggregation}`, { of });
  }
  return column.role === 'dimension' && column.timeGrain
    ? t(`timeGrainOf.${column.timeGrain}`, { of })
    : t('words.asItIs', { of });
}
