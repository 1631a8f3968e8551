import {
  useTranslationRef,
  type ErrorDisplayProps,
} from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { suidoAppTranslationRef } from '../translation/ref';

/** What stands where a part of a page crashed. */
export function PartFailed({ plugin, error, resetError }: ErrorDisplayProps) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ m: 2 }}
      action={
        <Button color="inherit" size="small" onClick={resetError}>
          {t('error.retry')}
        </Button>
      }
    >
      <AlertTitle>{t('error.title')}</AlertTitle>
      {t('error.cure')}
      <Typography component="p" variant="caption" sx={{ mt: 1 }}>
        <code>
          {plugin ? `${plugin.pluginId}: ` : ''}
          {error.message}
        </code>
      </Typography>
    </Alert>
  );
}
