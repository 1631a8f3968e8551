import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { ErrorState, LiveRegion } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { ActOutcome } from './useRequestActions';

interface OutcomeMessageProps {
  readonly outcome: ActOutcome;
  readonly onReload: () => void;
}

/** How the last act went: done, moved under the reader, or failed. */
export function OutcomeMessage({ outcome, onReload }: OutcomeMessageProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <>
      <LiveRegion>
        {outcome.status === 'done' && t(`review.done.${outcome.act}`)}
      </LiveRegion>
      {outcome.status === 'moved' && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={onReload}>
              {t('failure.moved.reload')}
            </Button>
          }
        >
          <AlertTitle>{t('failure.moved.title')}</AlertTitle>
          {t('failure.moved.body')}
        </Alert>
      )}
      {outcome.status === 'failed' && <ErrorState error={outcome.error} />}
    </>
  );
}
