import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Draft } from '@suido/backstage-plugin-data-requests-common';
import { ErrorState } from '@suido/react-kit';
import { useState } from 'react';
import { useDrafts } from '../api/useDrafts';
import { ConfirmDialog } from '../frame/ConfirmDialog';
import { dataRequestsTranslationRef } from '../translation/ref';
import { DraftItem } from './DraftItem';
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
