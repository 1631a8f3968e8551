import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import { DatasetLink } from '@suido/backstage-plugin-data-catalog-react';
import { dataCatalogTranslationRef } from '../translation/ref';

/** That a dataset is not in use yet or no longer, and what is to be used instead. */
export function LifecycleNotice({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { lifecycle, successor, until } = dataset;
  if (lifecycle === 'active') {
    return null;
  }
  return (
    <Alert severity={lifecycle === 'deprecated' ? 'warning' : 'info'}>
      {t(`lifecycle.${lifecycle}`)}
      {until && ` ${t('lifecycle.until', { day: until })}`}
      {successor && (
        <>
          {' '}
          {t('lifecycle.successor')}
          <DatasetLink datasetKey={successor.key}>{successor.name}</DatasetLink>
        </>
      )}
    </Alert>
  );
}
