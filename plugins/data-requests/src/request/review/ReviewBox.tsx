import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { RequestChanges } from '../../api/useRequest';
import { ConfirmDialog } from '../../frame/ConfirmDialog';
import { newMartRouteRef } from '../../routes';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { shortSha } from '../sections/useTimelineWords';
import { availableActs } from './availableActs';
import { CommentField } from './CommentField';
import type { DraftComment } from './DraftComment';
import { OutcomeMessage } from './OutcomeMessage';
import { ReviewButtons } from './ReviewButtons';
import type { RequestAct, RequestActions } from './useRequestActions';

/** What keyboard shortcuts reach in the box. */
export interface ReviewBoxHandle {
  focusComment(): void;
  focusApprove(): void;
  askMerge(): void;
}

interface ReviewBoxProps {
  readonly handleRef: Ref<ReviewBoxHandle>;
  readonly request: DataRequest;
  readonly changes: RequestChanges | undefined;
  readonly actions: RequestActions;
  readonly comment: DraftComment;
  readonly onComment: (comment: DraftComment) => void;
}

type Asking = 'merge' | 'withdraw' | undefined;

/** What the reader may do with the request, and why not the rest. */
export function ReviewBox({
  handleRef,
  request,
  changes,
  actions,
  comment,
  onComment,
}: ReviewBoxProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  const [asking, setAsking] = useState<Asking>();
  const [bodyMissing, setBodyMissing] = useState(false);
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const approveRef = useRef<HTMLButtonElement>(null);
  const newMartPath = useRouteRef(newMartRouteRef);
  const acts = availableActs(request, changes);
  const isBusy = actions.outcome.status === 'busy';

  useImperativeHandle(handleRef, () => ({
    focusComment: () => commentRef.current?.focus(),
    focusApprove: () => approveRef.current?.focus(),
    askMerge: () => acts.merge === 'open' && setAsking('merge'),
  }));

  const run = async (act: RequestAct) => {
    setBodyMissing(false);
    if ((await actions.run(act)) && 'body' in act) {
      onComment({ body: '' });
    }
  };
  const say = (type: 'comment' | 'approve' | 'request-changes') => {
    const body = comment.body.trim();
    if (!body && type !== 'approve') {
      setBodyMissing(true);
      commentRef.current?.focus();
    } else if (type === 'comment') {
      run({ type, body, anchor: comment.anchor });
    } else {
      run({ type, body });
    }
  };

  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }}>
      <Typography variant="h6" component="h3" sx={{ mb: 1 }}>
        {t('review.title')}
      </Typography>
      <Stack spacing={2}>
        {changes && changes.conflicts.length > 0 && acts.isOpen && (
          <Alert severity="warning">
            <AlertTitle>{t('review.conflicts')}</AlertTitle>
            <ul>
              {changes.conflicts.map(path => (
                <li key={path}>
                  <code>{path}</code>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {acts.say && (
          <CommentField
            inputRef={commentRef}
            comment={comment}
            onChange={next => {
              setBodyMissing(false);
              onComment(next);
            }}
            onSubmit={() => acts.comment && say('comment')}
            error={bodyMissing ? t('review.sayWhat') : undefined}
          />
        )}
        <ReviewButtons
          approveRef={approveRef}
          acts={acts}
          isBusy={isBusy}
          reviseTo={newMartPath && `${newMartPath()}?revise=${request.id}`}
          onSay={say}
          onMerge={() => setAsking('merge')}
          onWithdraw={() => setAsking('withdraw')}
          onRetry={() => run({ type: 'retry' })}
        />
        <OutcomeMessage outcome={actions.outcome} onReload={actions.reload} />
        {request.abilities.reasons.length > 0 && (
          <Alert severity="info" variant="outlined">
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
        open={asking === 'merge'}
        title={t('review.mergeConfirm.title')}
        body={t('review.mergeConfirm.body', {
          commit: changes ? shortSha(changes.headSha) : '',
          name: request.name,
        })}
        action={t('review.merge')}
        onClose={() => setAsking(undefined)}
        onConfirm={() => run({ type: 'merge' })}
      />
      <ConfirmDialog
        open={asking === 'withdraw'}
        title={t('review.withdrawConfirm.title')}
        body={t('review.withdrawConfirm.body')}
        action={t('review.withdraw')}
        color="error"
        onClose={() => setAsking(undefined)}
        onConfirm={() => run({ type: 'withdraw' })}
      />
    </Paper>
  );
}
