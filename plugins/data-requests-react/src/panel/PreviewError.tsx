import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useErrorWords } from '@suido/react-kit';
import { dataRequestsReactTranslationRef } from '../translation';

interface PreviewErrorProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Why the newest preview is missing; the last one stays below. */
export function PreviewError({ error, onRetry }: PreviewErrorProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { title, message, cure } = useErrorWords()(error);
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {t('panel.retry')}
        </Button>
      }
    >
      <AlertTitle>{t('panel.failed')}</AlertTitle>
      {title}: {message} {cure} {t('panel.stale')}
    </Alert>
  );
}
