import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { MartForm } from '../../form';
import { dataRequestsReactTranslationRef } from '../../translation';
import { SendRefusal } from './SendRefusal';

interface SendButtonProps {
  readonly form: MartForm;
  readonly onSend: () => void;
  readonly onJump?: (field: string) => void;
  readonly isSending: boolean;
  readonly error?: Error;
  readonly isRevision?: boolean;
}

/**
 * Sends, or says why not. It stays reachable while it refuses, so that its
 * reason can be read.
 */
export function SendButton(props: SendButtonProps) {
  const { form, onSend, isSending, error } = props;
  const label = props.isRevision ? 'send.revise' : 'send.button';
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const id = useId();
  const { preview, isRefreshing } = form.preview;
  const blocking = form.problems.filter(check => check.severity === 'error');
  const reason = () => {
    if (isSending) {
      return undefined;
    }
    if (!preview || isRefreshing) {
      return t('send.waiting');
    }
    return blocking.length > 0
      ? t('send.blocked', { amount: String(blocking.length) })
      : undefined;
  };
  const refusal = reason();
  const mayNot = isSending || refusal !== undefined;
  return (
    <Stack spacing={1} alignItems="flex-start">
      {error && <SendRefusal error={error} onJump={props.onJump} />}
      <Button
        variant="contained"
        onClick={mayNot ? undefined : onSend}
        aria-disabled={mayNot}
        aria-describedby={refusal ? id : undefined}
        sx={mayNot ? { opacity: 0.6, cursor: 'not-allowed' } : undefined}
      >
        {t(isSending ? 'send.sending' : label)}
      </Button>
      {refusal && (
        <Typography id={id} variant="body2">
          {refusal}
        </Typography>
      )}
    </Stack>
  );
}
