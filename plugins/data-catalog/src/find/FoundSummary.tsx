import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useNumberFormat } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';
import type { FoundSoFar } from './useSearch';

interface FoundSummaryProps {
  readonly found: FoundSoFar;
  readonly isBusy: boolean;
}

/** How much was found and for which words; as high with an answer as without. */
export function FoundSummary({ found, isBusy }: FoundSummaryProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const { total, corrected } = found;
  const count = { count: total.count, shown: format(total.count) };
  return (
    <>
      <Typography variant="body2" role="status">
        {t(total.isExact ? 'find.count' : 'find.countAtLeast', count)}
        {corrected && (
          <>
            {' · '}
            <strong>{t('find.corrected', { words: corrected })}</strong>
          </>
        )}
      </Typography>
      <LinearProgress
        aria-hidden="true"
        sx={{ mb: 1, visibility: isBusy ? 'visible' : 'hidden' }}
      />
    </>
  );
}
