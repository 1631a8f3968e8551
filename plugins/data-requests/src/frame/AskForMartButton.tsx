import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import AddIcon from '@mui/icons-material/Add';
import Button, { type ButtonProps } from '@mui/material/Button';
import { Link as RouterLink } from 'react-router-dom';
import { newMartRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';

/** The way into the form for a new mart. @public */
export function AskForMartButton({
  variant = 'contained',
}: Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const newMart = useRouteRef(newMartRouteRef);
  if (!newMart) {
    return null;
  }
  return (
    <Button
      component={RouterLink}
      to={newMart()}
      variant={variant}
      startIcon={<AddIcon aria-hidden="true" />}
    >
      {t('askForMart')}
    </Button>
  );
}
