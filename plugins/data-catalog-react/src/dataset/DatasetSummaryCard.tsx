import { useTranslationRef } from '@backstage/frontend-plugin-api';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { DatasetSummary } from '@suido/backstage-plugin-data-catalog-common';
import { RelativeTime, useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import type { ReactNode } from 'react';
import { withoutMarkdown } from '../definition/withoutMarkdown';
import { Highlighted } from '../highlight/Highlighted';
import { DatasetLink } from '../routes/DatasetLink';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { LayerChip } from '../words/LayerChip';
import { OwnerName } from '../words/OwnerName';
import { TierChip } from '../words/TierChip';

/** @public */
export interface DatasetSummaryCardProps {
  readonly dataset: DatasetSummary;
  /** What was looked for; marked where it stands. */
  readonly words?: readonly string[];
  /** More that a list knows of it. */
  readonly children?: ReactNode;
}

const TWO_LINES = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const;

/** A dataset in a list: what it is, whose, how sensitive, what it means. @public */
export function DatasetSummaryCard(props: DatasetSummaryCardProps) {
  const { dataset, words, children } = props;
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const language = useLanguage();
  const definition = readAuthoredText(dataset.definition, language);
  return (
    <Stack spacing={0.5} sx={{ minWidth: 0 }}>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        <Typography variant="subtitle1" component="h3" sx={{ minWidth: 0 }}>
          <DatasetLink datasetKey={dataset.key}>
            <Highlighted text={dataset.name} words={words} />
          </DatasetLink>
        </Typography>
        {dataset.layer && <LayerChip layer={dataset.layer} />}
        <TierChip tier={dataset.tier} />
        {dataset.lifecycle !== 'active' && (
          <Chip
            size="small"
            variant="outlined"
            sx={{ m: 0 }}
            icon={
              <WarningAmberIcon
                aria-hidden="true"
                fontSize="small"
                color="warning"
              />
            }
            label={t(`lifecycle.${dataset.lifecycle}`)}
          />
        )}
      </Stack>
      <Typography
        variant="body2"
        color={definition ? 'text.primary' : 'text.secondary'}
        sx={TWO_LINES}
      >
        {definition ? (
          <Highlighted text={withoutMarkdown(definition)} words={words} />
        ) : (
          t('definition.none')
        )}
      </Typography>
      {children}
      <Facts dataset={dataset} words={words} />
    </Stack>
  );
}

function Facts({
  dataset,
  words,
}: Pick<DatasetSummaryCardProps, 'dataset' | 'words'>) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  return (
    <Stack
      direction="row"
      flexWrap="wrap"
      columnGap={2}
      sx={{ typography: 'caption', color: 'text.secondary' }}
    >
      <span>
        {t('owner.label')}
        {t('colon')}
        <OwnerName owner={dataset.owner} />
      </span>
      {dataset.domain && (
        <span>
          {t('domain.label')}
          {t('colon')}
          <Highlighted text={dataset.domain} words={words} />
        </span>
      )}
      <span>{t('summary.columns', { count: dataset.columns })}</span>
      {dataset.loadedAt && (
        <span>
          {t('summary.loaded')}
          <RelativeTime value={dataset.loadedAt} />
        </span>
      )}
      <span>{dataset.id.name}</span>
    </Stack>
  );
}
