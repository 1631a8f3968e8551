import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { EmptyState } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { suidoAppTranslationRef } from '../translation/ref';

/** Nothing is at this address. */
export function NoSuchPage() {
  const { t } = useTranslationRef(suidoAppTranslationRef);
  return (
    <Box component="main" sx={{ p: 4 }}>
      <Typography variant="h4" component="h1" align="center">
        404
      </Typography>
      <EmptyState
        title={t('error.notFound')}
        description={t('error.notFoundCure')}
        action={
          <Button component={RouterLink} to="/" variant="contained">
            {t('error.toHome')}
          </Button>
        }
      />
    </Box>
  );
}
