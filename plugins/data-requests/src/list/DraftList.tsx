import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Draft } from '@suido/backstage-plugin-data-requests-common';
import { ErrorState, RelativeTime } from '@suido/react-kit';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useDrafts } from '../api/useDrafts';
import { ConfirmDialog } from '../frame/ConfirmDialog';
import { newMartRouteRef } from '../routes';
import { dataRequestsTranslationRef } from '../translation/ref';
import { useDraftName } from './useDraftName';

/** The reader's unfinished requests; nothing where there are none. */
export function DraftList() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { data, error, mutate, discard } = useDrafts();
  const [failure, setFailure] = useState<Error>();
  const nameOf = useDraftName();
  const [leaving, setLeaving] = useState<Draft>();
  if (error) {
    return <ErrorState error={error} onRetry={() => mutate()} />;
  }
  if (!data?.items.length) {
    return null;
  }
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h2">
        {t('drafts.title')}
      </Typography>
      {failure && <ErrorState error={failure} />}
      <List dense disablePadding>
        {data.items.map(draft => (
          <DraftItem
            key={draft.id}
            draft={draft}
            onDiscard={() => setLeaving(draft)}
          />
        ))}
      </List>
      <ConfirmDialog
        open={leaving !== undefined}
        title={t('drafts.confirm.title')}
        body={t('drafts.confirm.body', {
          name: leaving ? nameOf(leaving) : '',
        })}
        action={t('drafts.discard')}
        color="error"
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          setFailure(undefined);
          if (leaving) {
            discard(leaving.id).catch(setFailure);
          }
        }}
      />
    </Paper>
  );
}

interface DraftItemProps {
  readonly draft: Draft;
  readonly onDiscard: () => void;
}

function DraftItem({ draft, onDiscard }: DraftItemProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const newMart = useRouteRef(newMartRouteRef);
  const name = useDraftName()(draft);
  return (
    <ListItem
      disableGutters
      secondaryAction={
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
      }
    >
      <ListItemText
        primary={name}
        secondary={
          <>
            {t('drafts.saved')} <RelativeTime value={draft.updatedAt} />
          </>
        }
      />
    </ListItem>
  );
}
