import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../../translation/ref';

/** A value of a row; one that is empty says so. */
export function SampleCell({ value }: { readonly value: SampleValue }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  return value === null ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {t('sample.nothing')}
    </Box>
  ) : (
    <>{typeof value === 'number' ? number(value) : String(value)}</>
  );
}
