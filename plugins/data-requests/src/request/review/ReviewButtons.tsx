import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CallMergeIcon from '@mui/icons-material/CallMerge';
import CheckIcon from '@mui/icons-material/Check';
import Stack from '@mui/material/Stack';
import type { Ref } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ActButton } from '../acts/ActButton';
import type { AvailableActs } from './availableActs';

interface ReviewButtonsProps {
  readonly acts: AvailableActs;
  readonly isBusy: boolean;
  readonly approveRef: Ref<HTMLButtonElement>;
  readonly requestChangesRef: Ref<HTMLButtonElement>;
  readonly onSay: (type: 'comment' | 'approve' | 'request-changes') => void;
  readonly onMerge: () => void;
}

/** One button per act that is open to the reader. */
export function ReviewButtons({
  acts,
  isBusy,
  approveRef,
  requestChangesRef,
  onSay,
  onMerge,
}: ReviewButtonsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <Stack direction="row" spacing={1} flexWrap="wrap" useFlexGap>
      {acts.merge !== 'hidden' && (
        <ActButton
          isBusy={isBusy}
          variant="contained"
          startIcon={<CallMergeIcon aria-hidden="true" />}
          disabled={acts.merge === 'blocked'}
          onClick={onMerge}
        >
          {t('review.merge')}
        </ActButton>
      )}
      {acts.approve && (
        <ActButton
          isBusy={isBusy}
          ref={approveRef}
          variant={acts.merge === 'hidden' ? 'contained' : 'outlined'}
          startIcon={<CheckIcon aria-hidden="true" />}
          disabled={!acts.canReview}
          onClick={() => onSay('approve')}
        >
          {t('review.approve')}
        </ActButton>
      )}
      {acts.requestChanges && (
        <ActButton
          isBusy={isBusy}
          ref={requestChangesRef}
          variant="outlined"
          disabled={!acts.canReview}
          onClick={() => onSay('request-changes')}
        >
          {t('review.requestChanges')}
        </ActButton>
      )}
      {acts.comment && (
        <ActButton
          isBusy={isBusy}
          variant="outlined"
          onClick={() => onSay('comment')}
        >
          {t('review.send')}
        </ActButton>
      )}
    </Stack>
  );
}
