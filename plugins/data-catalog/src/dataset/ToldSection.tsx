import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  Dataset,
  Telling,
} from '@suido/backstage-plugin-data-catalog-common';
import { EmptyState, RelativeTime } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';
import { useFieldWords } from '../words/useFieldWords';
import { useValueWords } from '../words/useValueWords';

/** Who says what of a dataset and when; what counts comes first. */
export function ToldSection({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const fieldWords = useFieldWords();
  const fields = Object.entries(dataset.told).filter(
    ([, tellings]) => tellings.length > 0,
  );
  if (fields.length === 0) {
    return <EmptyState title={t('told.empty')} />;
  }
  return (
    <Stack spacing={3}>
      {fields.map(([field, tellings]) => (
        <Box key={field} component="section" aria-label={fieldWords(field)}>
          <Typography variant="subtitle1" component="h3">
            {fieldWords(field)}
          </Typography>
          <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {tellings.map((telling, index) => (
              <TellingItem
                key={telling.source}
                field={field}
                telling={telling}
                counts={index === 0}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Stack>
  );
}

interface TellingItemProps {
  readonly field: string;
  readonly telling: Telling;
  readonly counts: boolean;
}

function TellingItem({ field, telling, counts }: TellingItemProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const words = useValueWords();
  return (
    <Box
      component="li"
      sx={{
        pl: 1.5,
        py: 0.5,
        borderLeft: 3,
        borderColor: counts ? 'primary.main' : 'divider',
      }}
    >
      <Typography
        variant="body2"
        dir="auto"
        color={counts ? 'text.primary' : 'text.secondary'}
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {words(field, telling.value)}
      </Typography>
      <Stack direction="row" alignItems="center" gap={1}>
        <Typography variant="caption" color="text.secondary">
          {telling.source === 'portal' ? t('told.portal') : telling.source}
          {' · '}
          <RelativeTime value={telling.at} />
        </Typography>
        {counts && <Chip size="small" sx={{ m: 0 }} label={t('told.counts')} />}
      </Stack>
    </Box>
  );
}
