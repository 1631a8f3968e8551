import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { KeyboardEvent, Ref } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { DraftComment } from './DraftComment';

interface CommentFieldProps {
  readonly inputRef: Ref<HTMLTextAreaElement>;
  readonly comment: DraftComment;
  readonly onChange: (comment: DraftComment) => void;
  /** Control (or command) and Enter. */
  readonly onSubmit: () => void;
  readonly error?: string;
}

/** Where a comment is written, on the whole request or on a line of a file. */
export function CommentField({
  inputRef,
  comment,
  onChange,
  onSubmit,
  error,
}: CommentFieldProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { anchor } = comment;
  const submitOnEnter = (event: KeyboardEvent) => {
    const isSubmit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    // Enter also ends the composing of Japanese text.
    if (isSubmit && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    <Stack spacing={1}>
      {anchor && (
        <Stack spacing={1}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {t('review.on', { place: anchor.path })}
          </Typography>
          <TextField
            size="small"
            type="number"
            label={t('review.line')}
            value={anchor.line ?? ''}
            inputProps={{ min: 1 }}
            onChange={event =>
              onChange({
                ...comment,
                anchor: {
                  path: anchor.path,
                  line: readLine(event.target.value),
                },
              })
            }
          />
          <Button
            size="small"
            sx={{ alignSelf: 'flex-start' }}
            onClick={() => onChange({ body: comment.body })}
          >
            {t('review.detach')}
          </Button>
        </Stack>
      )}
      <TextField
        multiline
        minRows={3}
        inputRef={inputRef}
        label={t('review.comment')}
        placeholder={t('review.commentPlaceholder')}
        value={comment.body}
        error={error !== undefined}
        helperText={error}
        inputProps={{ maxLength: 20_000 }}
        onChange={event => onChange({ ...comment, body: event.target.value })}
        onKeyDown={submitOnEnter}
      />
    </Stack>
  );
}

function readLine(text: string): number | undefined {
  const line = Number(text);
  return Number.isInteger(line) && line >= 1 ? line : undefined;
}
