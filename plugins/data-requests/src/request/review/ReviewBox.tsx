import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLanguage } from '@suido/react-kit';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { RequestChanges } from '../../api/useRequest';
import { useViewer } from '../../api/useViewer';
import { ConfirmDialog } from '../../frame/ConfirmDialog';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { OutcomeMessage } from '../acts/OutcomeMessage';
import type { RequestAct } from '../acts/RequestAct';
import { useAct } from '../acts/useAct';
import { WHOLE_KEY } from '../comments/CommentDraft';
import { useDraft } from '../comments/useDraft';
import { useRequestContext } from '../RequestContext';
import { shortSha } from '../sections/useTimelineWords';
import { availableActs } from './availableActs';
import { CommentField } from './CommentField';
import { ReviewButtons } from './ReviewButtons';

/** What keyboard shortcuts reach in the box. */
export interface ReviewBoxHandle {
  focusComment(): void;
  focusApprove(): void;
  focusRequestChanges(): void;
  askMerge(): void;
}

interface ReviewBoxProps {
  readonly handleRef: Ref<ReviewBoxHandle>;
  readonly changes: RequestChanges | undefined;
  /** Whether the reader already said on lines of this commit what has to change. */
  readonly saidOnLines: boolean;
}

/** What the reader may say and decide, and why not the rest. */
export function ReviewBox({ handleRef, changes, saidOnLines }: ReviewBoxProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  const { request, drafts } = useRequestContext();
  const viewer = useViewer();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const [bodyMissing, setBodyMissing] = useState(false);
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const approveRef = useRef<HTMLButtonElement>(null);
  const requestChangesRef = useRef<HTMLButtonElement>(null);
  const acts = availableActs(request, changes);
  const written = useDraft(WHOLE_KEY)?.body ?? '';

  useImperativeHandle(handleRef, () => ({
    focusComment: () => commentRef.current?.focus(),
    focusApprove: () => approveRef.current?.focus(),
    focusRequestChanges: () => requestChangesRef.current?.focus(),
    askMerge: () => acts.merge === 'open' && setAsking(true),
  }));

  const run = async (next: RequestAct) => {
    setBodyMissing(false);
    if ((await act.run(next)) && next.type !== 'merge') {
      drafts.close(WHOLE_KEY);
    }
  };
  const say = (type: 'comment' | 'approve' | 'request-changes') => {
    const body = written.trim();
    const mayBeEmpty =
      type === 'approve' || (type === 'request-changes' && saidOnLines);
    if (!body && !mayBeEmpty) {
      setBodyMissing(true);
      commentRef.current?.focus();
    } else {
      run(type === 'comment' ? { type, comment: { body } } : { type, body });
    }
  };

  if (acts.nothing && !acts.isOpen) {
    return null;
  }
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby="request-review"
      sx={{ p: 2 }}
    >
      <Typography
        variant="h6"
        component="h3"
        id="request-review"
        sx={{ mb: 1 }}
      >
        {t(
          viewer === request.requester
            ? 'review.titleOfAuthor'
            : 'review.title',
        )}
      </Typography>
      <Stack spacing={2}>
        {changes &&
          changes.conflicts.length > 0 &&
          acts.isOpen &&
          request.state !== 'conflicted' && (
            <Alert severity="warning">
              <AlertTitle>{t('review.conflicts')}</AlertTitle>
              <Box
                component="ul"
                sx={{ m: 0, pl: 2, overflowWrap: 'anywhere' }}
              >
                {changes.conflicts.map(path => (
                  <li key={path}>
                    <code>{path}</code>
                  </li>
                ))}
              </Box>
            </Alert>
          )}
        {acts.say && (
          <CommentField
            inputRef={commentRef}
            value={written}
            onChange={body => {
              setBodyMissing(false);
              drafts.change(WHOLE_KEY, { body });
            }}
            onSubmit={() => acts.comment && say('comment')}
            error={bodyMissing ? t('review.sayWhat') : undefined}
          />
        )}
        <ReviewButtons
          approveRef={approveRef}
          requestChangesRef={requestChangesRef}
          acts={acts}
          isBusy={act.isBusy}
          onSay={say}
          onMerge={() => setAsking(true)}
        />
        <OutcomeMessage act={act} />
        {request.abilities.reasons.length > 0 && (
          <Alert severity="info" variant="outlined" role="note">
            <AlertTitle>{t('review.reasons')}</AlertTitle>
            {request.abilities.reasons.map(reason => (
              <div key={reason.en}>{reason[language]}</div>
            ))}
          </Alert>
        )}
        {acts.nothing && request.abilities.reasons.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('review.nothing')}
          </Typography>
        )}
      </Stack>
      <ConfirmDialog
        open={isAsking}
        title={t('review.mergeConfirm.title')}
        body={t('review.mergeConfirm.body', {
          commit: changes ? shortSha(changes.headSha) : '',
          name: request.name,
        })}
        action={t('review.merge')}
        onClose={() => setAsking(false)}
        onConfirm={() => run({ type: 'merge' })}
      />
    </Paper>
  );
}
