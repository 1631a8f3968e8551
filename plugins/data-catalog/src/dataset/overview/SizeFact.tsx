import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { RelativeTime, useLocale, useNumberFormat } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../../translation/ref';
import { sizeUnit } from './sizeUnit';

interface SizeFactProps {
  readonly size: NonNullable<Dataset['size']>;
}

/** Rows and bytes, and when they were counted. */
export function SizeFact({ size }: SizeFactProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const locale = useLocale();
  const parts: string[] = [];
  if (size.rows !== undefined) {
    parts.push(
      t('overview.rows', { count: size.rows, shown: format(size.rows) }),
    );
  }
  if (size.bytes !== undefined) {
    const { value, unit } = sizeUnit(size.bytes);
    parts.push(
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: 1,
      }).format(value),
    );
  }
  return (
    <>
      {parts.join(' · ')} (<RelativeTime value={size.at} />)
    </>
  );
}
