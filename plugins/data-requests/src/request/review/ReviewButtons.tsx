import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CallMergeIcon from '@mui/icons-material/CallMerge';
import CheckIcon from '@mui/icons-material/Check';
import Button, { type ButtonProps } from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { forwardRef, type Ref } from 'react';
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

interface ActButtonProps extends ButtonProps {
  readonly isBusy: boolean;
}

/** Rests while an act is on its way, without losing the focus meanwhile. */
const ActButton = forwardRef<HTMLButtonElement, ActButtonProps>(
  function ActButton({ isBusy, onClick, ...others }, ref) {
    return (
      <Button
        ref={ref}
        aria-disabled={isBusy || undefined}
        onClick={isBusy ? undefined : onClick}
        sx={isBusy ? { opacity: 0.6, cursor: 'not-allowed' } : undefined}
        {...others}
      />
    );
  },
);
