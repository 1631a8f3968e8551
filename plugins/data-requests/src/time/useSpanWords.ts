import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { dataRequestsTranslationRef } from '../translation/ref';
import { spanInUnits } from './spanInUnits';

/** Puts a span of time into words: "3 hours". */
export function useSpanWords(): (spanMs: number) => string {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return spanMs => {
    const { unit, count } = spanInUnits(spanMs);
    return t(`home.figures.${unit}`, { count });
  };
}
