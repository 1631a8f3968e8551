import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Found } from '@suido/backstage-plugin-data-catalog-common';
import {
  DatasetLink,
  Highlighted,
  TierChip,
  withoutMarkdown,
} from '@suido/backstage-plugin-data-catalog-react';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { dataCatalogTranslationRef } from '../translation/ref';
import { columnSuffix } from './columnSuffix';

interface ColumnResultProps {
  readonly column: Extract<Found, { kind: 'column' }>;
  readonly words: readonly string[];
}

/** A column that was found, with the dataset that has it. */
export function ColumnResult({ column, words }: ColumnResultProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { dataset, name, type } = column;
  const definition = readAuthoredText(column.definition, useLanguage());
  return (
    <Stack spacing={0.5}>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        <Typography variant="subtitle1" component="h3">
          <DatasetLink datasetKey={dataset.key} suffix={columnSuffix(name)}>
            <Highlighted text={name} words={words} />
          </DatasetLink>
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={t('kind.column')}
        />
        <TierChip tier={dataset.tier} />
      </Stack>
      {definition && (
        <Typography variant="body2" noWrap>
          <Highlighted text={withoutMarkdown(definition)} words={words} />
        </Typography>
      )}
      <Typography variant="caption" color="text.secondary">
        {t('find.inDataset')}
        <DatasetLink datasetKey={dataset.key}>{dataset.name}</DatasetLink>
        {type && ` · ${type}`}
      </Typography>
    </Stack>
  );
}
