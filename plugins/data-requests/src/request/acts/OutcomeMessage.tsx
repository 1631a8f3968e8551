import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { ErrorState } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { ActRunner } from './useAct';

interface OutcomeMessageProps {
  readonly act: Pick<ActRunner, 'outcome' | 'reload'>;
}

/** What went wrong with the last act, and what to do; nothing where it worked. */
export function OutcomeMessage({
  act: { outcome, reload },
}: OutcomeMessageProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  switch (outcome.status) {
    case 'moved':
      return (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={reload}>
              {t('failure.moved.reload')}
            </Button>
          }
        >
          <AlertTitle>{t('failure.moved.title')}</AlertTitle>
          {t('failure.moved.body')}
        </Alert>
      );
    case 'failed':
      return <ErrorState error={outcome.error} />;
    default:
      return null;
  }
}
