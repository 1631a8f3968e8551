import { useMemo } from 'react';
import { useLocale } from '../language';

/**
 * Writes numbers as the reader's language does.
 * @param options - as of `Intl.NumberFormat`; give a constant, not a literal in render
 * @public
 */
export function useNumberFormat(
  options?: Intl.NumberFormatOptions,
): (value: number | bigint) => string {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, options);
    return value => format.format(value);
  }, [locale, options]);
}
