import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { describeError } from '@suido/react-kit';
import { suidoAppTranslationRef } from '../translation/ref';

/** Why signing in did not work, and what to do. */
export function SignInFailed({ error }: { readonly error: Error }) {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <AlertTitle>{t('signIn.failed')}</AlertTitle>
      {t('signIn.failedCure')}
      <Typography component="p" variant="body2" sx={{ mt: 1 }}>
        {describeError(error).message}
      </Typography>
    </Alert>
  );
}
