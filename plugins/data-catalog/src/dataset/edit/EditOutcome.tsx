import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { ErrorState } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../../translation/ref';
import type { useEdit } from './useEdit';

interface EditOutcomeProps {
  readonly outcome: ReturnType<typeof useEdit>['outcome'];
}

/** Why it was not saved, and what to do; nothing where it was. */
export function EditOutcome({ outcome }: EditOutcomeProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  switch (outcome.status) {
    case 'moved':
      return (
        <Alert severity="warning">
          <AlertTitle>{t('edit.moved.title')}</AlertTitle>
          {t('edit.moved.body')}
        </Alert>
      );
    case 'failed':
      return <ErrorState error={outcome.error} />;
    default:
      return null;
  }
}
