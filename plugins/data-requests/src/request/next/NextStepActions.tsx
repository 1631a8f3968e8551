import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type {
  DataRequest,
  RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { ConfirmDialog } from '../../frame/ConfirmDialog';
import { newMartRouteRef } from '../../routes';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ActButton } from '../acts/ActButton';
import { OutcomeMessage } from '../acts/OutcomeMessage';
import { useAct } from '../acts/useAct';
import { isUnanswered } from '../comments/threads';
import { COMMENT_PARAM } from '../comments/useCommentFocus';
import type { Threads } from '../comments/useThreads';
import { sectionSearch } from '../sectionAddress';
import type { Viewer } from './viewerOf';

const RETRIABLE: readonly RequestState[] = ['failed', 'conflicted'];
const COPIABLE: readonly RequestState[] = ['withdrawn', 'lapsed'];
const TO_ANSWER: readonly RequestState[] = ['in-review', 'changes-requested'];
const TO_REVIEW: readonly RequestState[] = ['in-review', 'approved'];

interface NextStepActionsProps {
  readonly request: DataRequest;
  readonly threads: Threads;
  readonly viewer: Viewer;
}

/** The ways on from where the request stands, for who reads it. */
export function NextStepActions({
  request,
  threads,
  viewer,
}: NextStepActionsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const newMart = useRouteRef(newMartRouteRef);
  const { state, abilities } = request;
  const mayRetry =
    RETRIABLE.includes(state) && (abilities.update || abilities.withdraw);
  const unanswered = threads.items.filter(
    thread =>
      thread.place.kind !== 'outdated' &&
      isUnanswered(thread, request.requester),
  );
  const [firstUnanswered] = unanswered;
  return (
    <>
      <Stack
        direction="row"
        spacing={1}
        flexWrap="wrap"
        useFlexGap
        sx={{ '&:empty': { display: 'none' } }}
      >
        {mayRetry && (
          <ActButton
            isBusy={act.isBusy}
            size="small"
            variant="contained"
            onClick={() => act.run({ type: 'retry' })}
          >
            {t('review.retry')}
          </ActButton>
        )}
        {viewer === 'author' &&
          TO_ANSWER.includes(state) &&
          firstUnanswered && (
            <Button
              size="small"
              variant={state === 'in-review' ? 'outlined' : 'contained'}
              component={RouterLink}
              to={sectionSearch('conversation', {
                [COMMENT_PARAM]: firstUnanswered.id,
              })}
            >
              {t('next.toComments', { count: unanswered.length })}
            </Button>
          )}
        {viewer === 'reviewer' && TO_REVIEW.includes(state) && (
          <Button
            size="small"
            variant="outlined"
            component={RouterLink}
            to={sectionSearch('files')}
          >
            {t('next.toFiles')}
          </Button>
        )}
        {abilities.update && newMart && (
          <Button
            size="small"
            variant="outlined"
            component={RouterLink}
            to={`${newMart()}?${new URLSearchParams({ revise: request.id })}`}
          >
            {t('review.revise')}
          </Button>
        )}
        {COPIABLE.includes(state) && newMart && (
          <Button
            size="small"
            variant="contained"
            component={RouterLink}
            to={`${newMart()}?${new URLSearchParams({ copy: request.id })}`}
          >
            {t('next.copy')}
          </Button>
        )}
        {abilities.withdraw && (
          <ActButton
            isBusy={act.isBusy}
            size="small"
            color="error"
            onClick={() => setAsking(true)}
          >
            {t('review.withdraw')}
          </ActButton>
        )}
      </Stack>
      <OutcomeMessage act={act} />
      <ConfirmDialog
        open={asking}
        title={t('review.withdrawConfirm.title')}
        body={t('review.withdrawConfirm.body')}
        action={t('review.withdraw')}
        color="error"
        onClose={() => setAsking(false)}
        onConfirm={() => act.run({ type: 'withdraw' })}
      />
    </>
  );
}
