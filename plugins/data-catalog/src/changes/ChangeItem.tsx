import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DatasetChange } from '@suido/backstage-plugin-data-catalog-common';
import {
  DatasetLink,
  EntityName,
} from '@suido/backstage-plugin-data-catalog-react';
import { RelativeTime } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';
import { useValueWords } from '../words/useValueWords';
import { hasTexts, useChangeWords } from './useChangeWords';

interface ChangeItemProps {
  readonly change: DatasetChange;
  /** Whether the list is about several datasets. */
  readonly withDataset: boolean;
}

/** One change as a sentence: what, of what, who says so, when. */
export function ChangeItem({ change, withDataset }: ChangeItemProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const sentence = useChangeWords()(change);
  const { dataset, actor, source, at } = change;
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {withDataset && (
          <>
            <DatasetLink datasetKey={dataset.key}>{dataset.name}</DatasetLink>
            {t('colon')}
          </>
        )}
        {sentence}
      </Typography>
      {hasTexts(change) && <Texts change={change} />}
      <Typography variant="caption" color="text.secondary" component="p">
        <RelativeTime value={at} />
        {' · '}
        {actor ? (
          <>
            {t('change.inPortal')}
            <EntityName entityRef={actor} />
          </>
        ) : (
          t('change.toldBy', { source })
        )}
      </Typography>
    </Box>
  );
}

function Texts({ change }: { readonly change: DatasetChange }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const words = useValueWords();
  const sides = [
    ['before', words(change.type, change.before)],
    ['after', words(change.type, change.after)],
  ] as const;
  return (
    <Box component="details" sx={{ typography: 'body2', my: 0.5 }}>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        {t('change.texts')}
      </Box>
      {sides.map(([side, text]) =>
        text ? (
          <Box key={side} sx={{ pl: 2, whiteSpace: 'pre-wrap' }}>
            <Typography variant="caption" color="text.secondary">
              {t(`change.${side}`)}
            </Typography>
            <Box dir="auto" sx={{ overflowWrap: 'anywhere' }}>
              {text}
            </Box>
          </Box>
        ) : null,
      )}
    </Box>
  );
}
