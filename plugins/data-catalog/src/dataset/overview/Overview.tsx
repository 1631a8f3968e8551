import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import {
  Definition,
  MarkdownText,
} from '@suido/backstage-plugin-data-catalog-react';
import { dataCatalogTranslationRef } from '../../translation/ref';
import type { EditTarget } from '../edit/EditTarget';
import { Completeness } from './Completeness';
import { OverviewFacts } from './OverviewFacts';

interface OverviewProps {
  readonly dataset: Dataset;
  readonly path: string;
  readonly onEdit?: (target: EditTarget) => void;
}

/** What a dataset means, promises and consists of, and what is missing. */
export function Overview({ dataset, path, onEdit }: OverviewProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { purpose } = dataset;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 320px' },
      }}
    >
      <Stack spacing={2}>
        <div>
          <Typography variant="subtitle1" component="h3">
            {t('field.definition')}
          </Typography>
          <Definition definition={dataset.definition} />
        </div>
        <div>
          <Typography variant="subtitle1" component="h3">
            {t('field.purpose')}
          </Typography>
          {purpose ? (
            <MarkdownText text={purpose} />
          ) : (
            <Typography variant="body2" color="text.secondary">
              {t('overview.noPurpose')}
            </Typography>
          )}
        </div>
        <OverviewFacts dataset={dataset} />
      </Stack>
      <Completeness dataset={dataset} path={path} onEdit={onEdit} />
    </Box>
  );
}
