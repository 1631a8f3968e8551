import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import {
  dataCatalogReactTranslationRef,
  DatasetLink,
  DatasetSummaryCard,
  useDataset,
} from '@suido/backstage-plugin-data-catalog-react';
import { DatasetStates } from './DatasetStates';

/** A dataset's entity: what the data catalog says of it, and the way there. */
export function DatasetEntityCard() {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const { entity } = useEntity();
  const query = useDataset(entity.metadata.name);
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {t('entity.title')}
      </Typography>
      <DatasetStates query={query} rows={3}>
        {dataset => (
          <>
            <DatasetSummaryCard dataset={dataset} />
            <Typography variant="body2" sx={{ mt: 1 }}>
              <DatasetLink datasetKey={dataset.key}>
                {t('entity.open')}
              </DatasetLink>
            </Typography>
          </>
        )}
      </DatasetStates>
    </Paper>
  );
}
