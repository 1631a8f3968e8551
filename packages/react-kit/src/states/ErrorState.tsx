import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { reactKitTranslationRef } from '../translation';
import { useErrorWords } from './useErrorWords';

/** @public */
export interface ErrorStateProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What failed, where, and what to do about it. @public */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslationRef(reactKitTranslationRef);
  const { title, message, where, cure } = useErrorWords()(error);
  return (
    <Alert
      severity="error"
      variant="outlined"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {message && <Typography variant="body2">{message}</Typography>}
      <Typography variant="body2">{cure}</Typography>
      {where && (
        <Typography variant="caption" component="p" sx={{ mt: 0.5 }}>
          {t('error.where')}: <code>{where}</code>
        </Typography>
      )}
    </Alert>
  );
}
