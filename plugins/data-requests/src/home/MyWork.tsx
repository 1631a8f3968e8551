import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Stack from '@mui/material/Stack';
import {
  OPEN_STATES,
  type Draft,
  type RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import { EmptyState, RelativeTime } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { useDrafts } from '../api/useDrafts';
import { useRequestList } from '../api/useRequestList';
import { useViewer } from '../api/useViewer';
import { AskForMartButton } from '../frame/AskForMartButton';
import { FirstRequestLink } from '../frame/FirstRequestLink';
import { useDraftName } from '../list/useDraftName';
import { newMartRouteRef } from '../routes';
import { QueryStates } from '../states/QueryStates';
import { waitsFor } from '../states/whoIsNext';
import { dataRequestsTranslationRef } from '../translation/ref';
import { HomeSection } from './HomeSection';
import { RequestItem } from './RequestItem';

const SHOWN = 6;

/** The reader's drafts and open requests, those that need the reader first. @public */
export function MyWork() {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const requests = useRequestList('mine', OPEN_STATES, SHOWN);
  const drafts = useDrafts();
  return (
    <HomeSection
      title={t('home.work.title')}
      description={t('home.work.description')}
      seeAll=""
    >
      <QueryStates query={drafts} rows={2}>
        {({ items: unfinished }) => (
          <QueryStates query={requests} rows={3}>
            {open =>
              unfinished.length + open.length === 0 ? (
                <EmptyState
                  title={t('home.work.empty')}
                  description={t('home.work.emptyDescription')}
                  action={
                    <Stack spacing={1} alignItems="center">
                      <AskForMartButton variant="outlined" />
                      <FirstRequestLink />
                    </Stack>
                  }
                />
              ) : (
                <List disablePadding>
                  {unfinished.slice(0, SHOWN).map(draft => (
                    <DraftItem key={draft.id} draft={draft} />
                  ))}
                  {yoursFirst(open, viewer).map(request => (
                    <RequestItem
                      key={request.id}
                      request={request}
                      note={t(`waits.${waitsFor(request, viewer)}`)}
                    />
                  ))}
                </List>
              )
            }
          </QueryStates>
        )}
      </QueryStates>
    </HomeSection>
  );
}

function yoursFirst(
  requests: readonly RequestSummary[],
  viewer: string | undefined,
): RequestSummary[] {
  const rank = (request: RequestSummary) =>
    waitsFor(request, viewer) === 'you' ? 0 : 1;
  return [...requests].sort((a, b) => rank(a) - rank(b));
}

function DraftItem({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const newMart = useRouteRef(newMartRouteRef);
  const name = useDraftName()(draft);
  return (
    <ListItem disableGutters divider>
      <ListItemText
        primary={name}
        secondary={
          <>
            {t('home.work.draft')} · <RelativeTime value={draft.updatedAt} />
          </>
        }
      />
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
    </ListItem>
  );
}
