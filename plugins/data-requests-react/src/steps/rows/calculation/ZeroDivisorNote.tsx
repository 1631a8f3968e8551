import type { MartCalculation } from '@suido/backstage-plugin-data-requests-common';
import { useFormTexts } from '../../../translation';

interface ZeroDivisorNoteProps {
  readonly calculation: MartCalculation;
}

/** What a division gives where nothing can be divided by. */
export function ZeroDivisorNote({ calculation }: ZeroDivisorNoteProps) {
  const t = useFormTexts();
  const divisor =
    calculation.kind === 'arithmetic' && calculation.operation === 'divide'
      ? calculation.right
      : undefined;
  return divisor?.kind === 'column' && divisor.name ? (
    <> {t('calc.zeroDivisorAfter', { divisor: divisor.name })}</>
  ) : null;
}
