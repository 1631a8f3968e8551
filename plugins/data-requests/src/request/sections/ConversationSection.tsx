import { useTranslationRef } from '@backstage/frontend-plugin-api';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  DataRequest,
  TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import { EmptyState, RelativeTime } from '@suido/react-kit';
import { useTimeline } from '../../api/useRequest';
import { EntityName } from '../../states/EntityName';
import { QueryStates } from '../../states/QueryStates';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { useTimelineWords } from './useTimelineWords';

/** All that happened and was said, oldest first. */
export function ConversationSection({
  request,
}: {
  readonly request: DataRequest;
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const timeline = useTimeline(request);
  return (
    <QueryStates query={timeline}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('conversation.empty')} />
        ) : (
          <List disablePadding>
            {items.map(entry => (
              <Entry key={entry.sequence} entry={entry} />
            ))}
          </List>
        )
      }
    </QueryStates>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const words = useTimelineWords();
  const body = bodyOf(entry);
  return (
    <ListItem disableGutters sx={{ display: 'block' }}>
      <Stack
        direction="row"
        spacing={1}
        alignItems="baseline"
        flexWrap="wrap"
        useFlexGap
      >
        <Typography variant="body2" component="span">
          <strong>
            {entry.actor ? (
              <EntityName entityRef={entry.actor} />
            ) : (
              t('conversation.portal')
            )}
          </strong>{' '}
          {words(entry)}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          <RelativeTime value={entry.at} />
        </Typography>
      </Stack>
      {body && (
        <Paper variant="outlined" sx={{ p: 1.5, mt: 0.5 }}>
          <Typography
            variant="body2"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {body}
          </Typography>
        </Paper>
      )}
    </ListItem>
  );
}

function bodyOf(entry: TimelineEntry): string | undefined {
  switch (entry.type) {
    case 'commented':
    case 'reviewed':
      return entry.body || undefined;
    case 'state-changed':
      return entry.reason;
    default:
      return undefined;
  }
}
