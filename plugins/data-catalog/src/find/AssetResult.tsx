import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Found } from '@suido/backstage-plugin-data-catalog-common';
import {
  DatasetLink,
  Highlighted,
  withoutMarkdown,
} from '@suido/backstage-plugin-data-catalog-react';
import { Fragment } from 'react';
import { dataCatalogTranslationRef } from '../translation/ref';

const READS_SHOWN = 5;

interface AssetResultProps {
  readonly asset: Extract<Found, { kind: 'saved-query' | 'dashboard' }>;
  readonly words: readonly string[];
}

/** A saved query or dashboard; its link leads out of the portal. */
export function AssetResult({ asset, words }: AssetResultProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const { kind, title, description, url, reads, source } = asset;
  const name = <Highlighted text={title} words={words} />;
  return (
    <Stack spacing={0.5}>
      <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
        <Typography variant="subtitle1" component="h3">
          {url && /^https?:/i.test(url) ? (
            <Link href={url} target="_blank" rel="noopener noreferrer">
              {name}
            </Link>
          ) : (
            <span data-title tabIndex={-1}>
              {name}
            </span>
          )}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={t(`kind.${kind}`)}
        />
      </Stack>
      {description && (
        <Typography variant="body2" noWrap>
          <Highlighted text={withoutMarkdown(description)} words={words} />
        </Typography>
      )}
      <Typography variant="caption" color="text.secondary">
        {t('find.toldBy', { source })}
        {reads.length > 0 && ` · ${t('find.reads')}`}
        {reads.slice(0, READS_SHOWN).map(({ key, name: read }, index) => (
          <Fragment key={key}>
            {index > 0 && t('separator')}
            <DatasetLink datasetKey={key}>{read}</DatasetLink>
          </Fragment>
        ))}
        {reads.length > READS_SHOWN &&
          t('find.moreReads', { number: String(reads.length - READS_SHOWN) })}
      </Typography>
    </Stack>
  );
}
