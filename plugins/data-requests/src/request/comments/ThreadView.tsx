import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckIcon from '@mui/icons-material/Check';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { useEffect, useRef } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { newMartRouteRef } from '../../routes';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { useRequestContext } from '../RequestContext';
import { CommentEditor } from './CommentEditor';
import { replyKey } from './CommentDraft';
import type { PlacedThread } from './placeThreads';
import { QuotedLines } from './QuotedLines';
import { RemarkView } from './RemarkView';
import { commentId } from './threads';
import type { CommentFocus } from './useCommentFocus';
import { useDraft } from './useDraft';
import { usePlaceWords } from './usePlaceWords';

interface ThreadViewProps {
  readonly thread: PlacedThread;
  readonly focus: CommentFocus | undefined;
  /** Whether the lines that it stands on are not to be seen around it. */
  readonly quote?: boolean;
  /** Whether who wrote its first comment, and when, stands above it already. */
  readonly isHeaded?: boolean;
}

/** A comment with its answers, and what the reader can do about it. */
export function ThreadView({
  thread,
  focus,
  quote = false,
  isHeaded = false,
}: ThreadViewProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const place = usePlaceWords();
  const { request, drafts } = useRequestContext();
  const article = useRef<HTMLElement>(null);
  const newMart = useRouteRef(newMartRouteRef);
  const reply = replyKey(thread.id);
  const isAnswering = useDraft(reply) !== undefined;
  const nth = focus?.id === thread.id ? focus.nth : undefined;
  useEffect(() => {
    if (nth !== undefined) {
      article.current?.focus();
    }
  }, [nth]);

  const { root, replies } = thread;
  const remarks = [root, ...replies];
  const isApplied = remarks.some(it => thread.applied.has(commentId(it)));
  const isOutdated = thread.place.kind === 'outdated';
  const suggests = remarks.some(it => it.suggestion !== undefined);
  const isDone = isApplied || isOutdated;
  return (
    <Paper
      ref={article}
      variant="outlined"
      component="article"
      tabIndex={-1}
      aria-label={
        root.anchor
          ? t('comment.threadOn', { place: place(root.anchor) })
          : t('comment.thread')
      }
      sx={{
        p: 1.5,
        bgcolor: isDone ? 'action.hover' : undefined,
        borderStyle: isDone ? 'dashed' : undefined,
        scrollMargin: '80px',
      }}
    >
      <Stack spacing={1.5}>
        {isDone && (
          <Chip
            size="small"
            variant="outlined"
            icon={isApplied ? <CheckIcon aria-hidden="true" /> : undefined}
            sx={{ m: 0, alignSelf: 'flex-start' }}
            label={t(isApplied ? 'comment.isApplied' : 'comment.isOutdated')}
          />
        )}
        {quote && !suggests && thread.lines.length > 0 && (
          <QuotedLines lines={thread.lines} />
        )}
        {remarks.map(remark => (
          <RemarkView
            key={remark.sequence}
            remark={remark}
            thread={thread}
            isHeaded={isHeaded && remark === root}
          />
        ))}
        {isAnswering ? (
          <CommentEditor draftKey={reply} label={t('comment.reply')} />
        ) : (
          <Stack direction="row" spacing={1} flexWrap="wrap" useFlexGap>
            {request.abilities.update &&
              !isApplied &&
              root.field &&
              newMart && (
                <Button
                  size="small"
                  variant="outlined"
                  component={RouterLink}
                  to={`${newMart()}?${new URLSearchParams({
                    revise: request.id,
                    field: root.field,
                  })}`}
                >
                  {t('comment.changeInForm')}
                </Button>
              )}
            {request.abilities.comment && root.comment && (
              <Button
                size="small"
                onClick={() =>
                  drafts.open(reply, { body: '', inReplyTo: root.comment })
                }
              >
                {t('comment.reply')}
              </Button>
            )}
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
