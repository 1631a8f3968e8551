import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CallMergeIcon from '@mui/icons-material/CallMerge';
import CheckIcon from '@mui/icons-material/Check';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Ref } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
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
        <Button
          variant="contained"
          startIcon={<CallMergeIcon aria-hidden="true" />}
          disabled={isBusy || acts.merge === 'blocked'}
          onClick={onMerge}
        >
          {t('review.merge')}
        </Button>
      )}
      {acts.approve && (
        <Button
          ref={approveRef}
          variant={acts.merge === 'hidden' ? 'contained' : 'outlined'}
          startIcon={<CheckIcon aria-hidden="true" />}
          disabled={isBusy || !acts.canReview}
          onClick={() => onSay('approve')}
        >
          {t('review.approve')}
        </Button>
      )}
      {acts.requestChanges && (
        <Button
          ref={requestChangesRef}
          variant="outlined"
          disabled={isBusy || !acts.canReview}
          onClick={() => onSay('request-changes')}
        >
          {t('review.requestChanges')}
        </Button>
      )}
      {acts.comment && (
        <Button
          variant="outlined"
          disabled={isBusy}
          onClick={() => onSay('comment')}
        >
          {t('review.send')}
        </Button>
      )}
    </Stack>
  );
}
