import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Collapse from '@mui/material/Collapse';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { InputDataset } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { useId, useState } from 'react';
import { dataRequestsReactTranslationRef } from '../../translation';
import { DatasetColumns } from './DatasetColumns';

interface DatasetRowProps {
  readonly dataset: InputDataset;
  readonly isChosen: boolean;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** One dataset to pick: what it is, whose it is, what is in it. */
export function DatasetRow(props: DatasetRowProps) {
  const { dataset, isChosen, onAdd, onRemove } = props;
  const { name } = dataset;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const language = useLanguage();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ListItem
      divider
      disableGutters
      sx={{
        display: 'block',
        bgcolor: isChosen ? 'action.selected' : undefined,
        px: 1,
      }}
    >
      <Stack direction="row" spacing={1} alignItems="flex-start">
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography fontWeight={600} sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {readAuthoredText(dataset.definition, language) ??
              t('data.noDefinition')}
          </Typography>
          <Facts dataset={dataset} />
        </Box>
        <Button
          size="small"
          variant={isChosen ? 'text' : 'outlined'}
          onClick={isChosen ? onRemove : onAdd}
          aria-label={t(isChosen ? 'action.removeNamed' : 'data.addNamed', {
            name,
          })}
          sx={{ flexShrink: 0 }}
        >
          {t(isChosen ? 'action.remove' : 'data.add')}
        </Button>
      </Stack>
      <Button
        size="small"
        color="inherit"
        aria-expanded={isOpen}
        aria-controls={`${id}-columns`}
        aria-label={t('data.columnsOf', {
          amount: String(dataset.columns.length),
          name,
        })}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('data.columns', { amount: String(dataset.columns.length) })}{' '}
        <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
      </Button>
      <Collapse in={isOpen} id={`${id}-columns`} mountOnEnter unmountOnExit>
        <DatasetColumns columns={dataset.columns} />
      </Collapse>
    </ListItem>
  );
}

function Facts({ dataset }: { readonly dataset: InputDataset }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { owner, updateFrequency } = dataset;
  return (
    <Stack direction="row" flexWrap="wrap" gap={0.5} sx={{ mt: 0.5 }}>
      <Chip size="small" label={t(`layer.${dataset.layer}`)} />
      <Chip size="small" variant="outlined" label={t(`tier.${dataset.tier}`)} />
      {updateFrequency && (
        <Chip
          size="small"
          variant="outlined"
          label={t(`frequency.${updateFrequency}`)}
        />
      )}
      <Chip
        size="small"
        variant="outlined"
        label={
          owner
            ? t('data.owner', { owner: owner.replace(/^.*\//, '') })
            : t('data.noOwner')
        }
      />
    </Stack>
  );
}
