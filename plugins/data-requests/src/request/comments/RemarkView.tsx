import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@suido/react-kit';
import { EntityName } from '../../states/EntityName';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { shortSha } from '../sections/useTimelineWords';
import { ApplySuggestion } from './ApplySuggestion';
import { CommentText } from './CommentText';
import type { PlacedThread } from './placeThreads';
import { SuggestionDiff } from './SuggestionDiff';
import { commentId, type CommentEntry } from './threads';

interface RemarkViewProps {
  readonly remark: CommentEntry;
  readonly thread: PlacedThread;
  /** Whether who wrote it, and when, stands above it already. */
  readonly isHeaded: boolean;
}

/** One comment of a thread: who, when, the text, what it suggests. */
export function RemarkView({ remark, thread, isHeaded }: RemarkViewProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const appliedSha = thread.applied.get(commentId(remark));
  const madeAt = remark.headSha ?? thread.headSha;
  return (
    <Stack spacing={0.5}>
      {!isHeaded && (
        <Typography variant="body2" component="div">
          <strong>
            {remark.actor ? (
              <EntityName entityRef={remark.actor} />
            ) : (
              t('conversation.portal')
            )}
          </strong>{' '}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            <RelativeTime value={remark.at} />
            {madeAt &&
              ` · ${t('comment.atCommit', { commit: shortSha(madeAt) })}`}
          </Box>
        </Typography>
      )}
      {remark.body && <CommentText>{remark.body}</CommentText>}
      {remark.suggestion !== undefined && (
        <>
          <SuggestionDiff lines={thread.lines} suggestion={remark.suggestion} />
          {appliedSha ? (
            <Typography variant="body2" color="text.secondary">
              {t('comment.applied', { commit: shortSha(appliedSha) })}
            </Typography>
          ) : (
            <ApplySuggestion remark={remark} place={thread.place} />
          )}
        </>
      )}
    </Stack>
  );
}
