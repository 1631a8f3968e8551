import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { requestCreatePermission } from '@suido/backstage-plugin-data-requests-common';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { newMartRouteRef } from '../routes';
import { EntityName } from '../states/EntityName';
import { dataRequestsTranslationRef } from '../translation/ref';
import { DatasetRequestLink } from './DatasetRequestLink';
import { readDatasetFacts } from './readDatasetFacts';

/** What a dataset means and promises, and the ways to a mart of it or like it. */
export function DatasetCard() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { entity } = useEntity();
  const newMart = useRouteRef(newMartRouteRef);
  const { allowed } = usePermission({ permission: requestCreatePermission });
  const facts = readDatasetFacts(entity);
  const key = encodeURIComponent(entity.metadata.name);
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h3" sx={{ mb: 1 }}>
        {t('card.title')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
        }}
      >
        <Fact wide label={t('card.definition')}>
          {facts.definition}
        </Fact>
        <Fact wide label={t('card.purpose')}>
          {facts.purpose}
        </Fact>
        <Fact label={t('card.frequency')}>
          {facts.updateFrequency && t(`frequency.${facts.updateFrequency}`)}
        </Fact>
        <Fact label={t('card.tier')}>
          {facts.tier && t(`tier.${facts.tier}`)}
        </Fact>
        <Fact label={t('card.layer')}>
          {facts.layer && t(`layer.${facts.layer}`)}
        </Fact>
        <Fact label={t('card.owner')}>
          {facts.owner && <EntityName entityRef={facts.owner} />}
        </Fact>
        <Fact label={t('card.request')}>
          <DatasetRequestLink datasetKey={entity.metadata.name} />
        </Fact>
      </Box>
      {allowed && newMart && (
        <Stack direction="row" flexWrap="wrap" gap={1} sx={{ mt: 2 }}>
          <Button
            component={RouterLink}
            variant="contained"
            to={`${newMart()}?dataset=${key}`}
          >
            {t('card.make')}
          </Button>
          {facts.layer === 'mart' && (
            <Button
              component={RouterLink}
              variant="outlined"
              to={`${newMart()}?mart=${key}`}
            >
              {t('card.copy')}
            </Button>
          )}
        </Stack>
      )}
    </Paper>
  );
}

interface FactProps {
  readonly label: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

function Fact({ label, wide, children }: FactProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <Box sx={wide ? { gridColumn: '1 / -1' } : undefined}>
      <Typography component="dt" variant="caption" color="text.secondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {children ?? t('card.unknown')}
      </Typography>
    </Box>
  );
}
