import { useTranslationRef } from '@backstage/frontend-plugin-api';
import EditIcon from '@mui/icons-material/Edit';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Dataset } from '@suido/backstage-plugin-data-catalog-common';
import {
  dataCatalogReactTranslationRef,
  LayerChip,
  OwnerName,
  TierChip,
} from '@suido/backstage-plugin-data-catalog-react';
import { dataCatalogTranslationRef } from '../translation/ref';
import type { EditTarget } from './edit/EditTarget';
import { LifecycleNotice } from './LifecycleNotice';

interface DatasetHeaderProps {
  readonly dataset: Dataset;
  /** Absent for those who may not edit. */
  readonly onEdit?: (target: EditTarget) => void;
}

/** What a reader needs to know first, whatever section is open. */
export function DatasetHeader({ dataset, onEdit }: DatasetHeaderProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { t: word } = useTranslationRef(dataCatalogReactTranslationRef);
  const { name, id, type, layer, tier, tierRule, domain } = dataset;
  return (
    <Stack spacing={1} component="header">
      <Stack direction="row" alignItems="flex-start" gap={2}>
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <Typography
            variant="h5"
            component="h2"
            sx={{ overflowWrap: 'anywhere' }}
          >
            {name}
          </Typography>
          <Typography
            variant="body2"
            color="text.secondary"
            sx={{ overflowWrap: 'anywhere' }}
          >
            <code>{id.name}</code> · {id.namespace}
          </Typography>
        </Box>
        {onEdit && (
          <Button
            variant="outlined"
            startIcon={<EditIcon aria-hidden="true" />}
            onClick={() => onEdit({ kind: 'dataset' })}
          >
            {t('dataset.edit')}
          </Button>
        )}
      </Stack>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        {layer && <LayerChip layer={layer} />}
        {type && (
          <Chip
            size="small"
            variant="outlined"
            sx={{ m: 0 }}
            label={word(`type.${type}`)}
          />
        )}
        <Typography variant="body2">
          {word('owner.label')}
          {word('colon')}
          <OwnerName owner={dataset.owner} />
          {domain && ` · ${word('domain.label')}${word('colon')}${domain}`}
        </Typography>
      </Stack>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        <TierChip tier={tier} />
        <Typography variant="body2">
          {t(`tier.handling.${tier}`)} {t(`tier.rule.${tierRule}`)}
        </Typography>
      </Stack>
      <LifecycleNotice dataset={dataset} />
    </Stack>
  );
}
