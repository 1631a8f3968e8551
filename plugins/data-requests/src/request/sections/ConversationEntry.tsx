import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import ListItem from '@mui/material/ListItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { EntityName } from '../../states/EntityName';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { CommentText } from '../comments/CommentText';
import type { PlacedThread } from '../comments/placeThreads';
import { ThreadView } from '../comments/ThreadView';
import { COMMENT_PARAM, type CommentFocus } from '../comments/useCommentFocus';
import { sectionSearch } from '../sectionAddress';
import type { VoidedApproval } from './approvals';
import { shortSha, useTimelineWords } from './useTimelineWords';

interface ConversationEntryProps {
  readonly entry: TimelineEntry;
  /** The thread that the entry began. */
  readonly thread: PlacedThread | undefined;
  readonly focus: CommentFocus | undefined;
  /** Approvals that the commit of this entry made void. */
  readonly voids: readonly VoidedApproval[];
  /** Whether it is an approval that a later commit made void. */
  readonly isVoid: boolean;
  /** The commit before the one that this entry brought. */
  readonly comparedWith: string | undefined;
}

/** One thing that happened, who did it, when, and what came of it. */
export function ConversationEntry({
  entry,
  thread,
  focus,
  voids,
  isVoid,
  comparedWith,
}: ConversationEntryProps) {
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
        <Typography
          variant="body2"
          component="span"
          color={
            entry.type === 'state-changed' ? 'text.secondary' : 'text.primary'
          }
          sx={{ overflowWrap: 'anywhere' }}
        >
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
        {isVoid && (
          <Chip
            size="small"
            variant="outlined"
            sx={{ m: 0 }}
            label={t('conversation.isVoid')}
          />
        )}
        {thread && thread.place.kind !== 'whole' && (
          <Link
            variant="body2"
            component={RouterLink}
            to={sectionSearch('files', { [COMMENT_PARAM]: thread.id })}
          >
            {t('conversation.showInFiles')}
          </Link>
        )}
        {'headSha' in entry && comparedWith && entry.headSha && (
          <Link
            variant="body2"
            component={RouterLink}
            to={sectionSearch('commits', {
              from: comparedWith,
              to: entry.headSha,
            })}
          >
            {t('conversation.whatChanged')}
          </Link>
        )}
      </Stack>
      {voids.map(({ approval, by, headSha }) => (
        <Typography key={approval} variant="body2" color="text.secondary">
          {t('conversation.voidsApproval', { commit: shortSha(headSha) })}{' '}
          <strong>{by ? <EntityName entityRef={by} /> : '–'}</strong>
        </Typography>
      ))}
      {thread && (
        <Box sx={{ mt: 0.5 }}>
          <ThreadView thread={thread} focus={focus} quote isHeaded />
        </Box>
      )}
      {body && (
        <Paper variant="outlined" sx={{ p: 1.5, mt: 0.5 }}>
          <CommentText>{body}</CommentText>
        </Paper>
      )}
    </ListItem>
  );
}

/** What was written, where no thread shows it. */
function bodyOf(entry: TimelineEntry): string | undefined {
  switch (entry.type) {
    case 'reviewed':
      return entry.body || undefined;
    case 'state-changed':
      return entry.reason;
    default:
      return undefined;
  }
}
