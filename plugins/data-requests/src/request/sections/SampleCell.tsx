import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../../translation/ref';

/** A value of a row; one that is empty says so. */
export function SampleCell({ value }: { readonly value: SampleValue }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return value === null ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {t('sample.nothing')}
    </Box>
  ) : (
    <>{String(value)}</>
  );
}
