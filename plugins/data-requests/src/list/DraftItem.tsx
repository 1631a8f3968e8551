import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Draft } from '@suido/backstage-plugin-data-requests-common';
import { MART_STEPS } from '@suido/backstage-plugin-data-requests-react';
import { RelativeTime } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { newMartRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';
import { draftLanguage } from './draftLanguage';
import { useDraftName } from './useDraftName';

interface DraftItemProps {
  readonly draft: Draft;
  readonly onDiscard: () => void;
}

/** One draft: what it is, how far it has come, and the ways on. */
export function DraftItem({ draft, onDiscard }: DraftItemProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const newMart = useRouteRef(newMartRouteRef);
  const name = useDraftName()(draft);
  return (
    <ListItem
      disableGutters
      sx={{ gap: 1, flexWrap: 'wrap', justifyContent: 'space-between' }}
    >
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{name}</Typography>
        <DraftFacts draft={draft} />
      </Box>
      <Stack direction="row" spacing={1}>
        <Button
          size="small"
          onClick={onDiscard}
          aria-label={t('drafts.discardNamed', { name })}
        >
          {t('drafts.discard')}
        </Button>
        {newMart && (
          <Button
            size="small"
            variant="outlined"
            component={RouterLink}
            to={`${newMart()}?draft=${draft.id}`}
            aria-label={t('drafts.continueNamed', { name })}
          >
            {t('drafts.continue')}
          </Button>
        )}
      </Stack>
    </ListItem>
  );
}

/** Step, language and when it was saved. */
function DraftFacts({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const step = MART_STEPS[draft.step] ?? MART_STEPS[0];
  const language = draftLanguage(draft.spec);
  return (
    <Typography
      variant="body2"
      color="text.secondary"
      component="ul"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        listStyle: 'none',
        m: 0,
        p: 0,
      }}
    >
      <li>
        {t('drafts.step', {
          number: String(MART_STEPS.indexOf(step) + 1),
          total: String(MART_STEPS.length),
          step: t(`drafts.stepTitle.${step}`),
        })}
      </li>
      {language && <li>{t(`drafts.language.${language}`)}</li>}
      <li>
        {t('drafts.saved')} <RelativeTime value={draft.updatedAt} />
      </li>
    </Typography>
  );
}
