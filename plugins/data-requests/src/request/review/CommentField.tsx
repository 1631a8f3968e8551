import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@mui/material/TextField';
import { isComposing } from '@suido/react-kit';
import type { KeyboardEvent, Ref } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';

interface CommentFieldProps {
  readonly inputRef: Ref<HTMLTextAreaElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Control (or command) and Enter. */
  readonly onSubmit: () => void;
  readonly error?: string;
}

/** Where a comment on the whole request, or the words of a review, are written. */
export function CommentField({
  inputRef,
  value,
  onChange,
  onSubmit,
  error,
}: CommentFieldProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const submitOnEnter = (event: KeyboardEvent) => {
    const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    // Enter also ends the composing of Japanese text.
    if (isSubmit && !isComposing(event)) {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    <TextField
      multiline
      fullWidth
      minRows={3}
      inputRef={inputRef}
      label={t('review.comment')}
      placeholder={t('review.commentPlaceholder')}
      value={value}
      error={error !== undefined}
      helperText={error}
      inputProps={{ maxLength: 20_000 }}
      onChange={event => onChange(event.target.value)}
      onKeyDown={submitOnEnter}
    />
  );
}
