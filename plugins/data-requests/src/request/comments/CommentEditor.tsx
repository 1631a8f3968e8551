import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { isComposing } from '@suido/react-kit';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ActButton } from '../acts/ActButton';
import { OutcomeMessage } from '../acts/OutcomeMessage';
import { useAct } from '../acts/useAct';
import { useRequestContext } from '../RequestContext';
import { isBlank } from './CommentDraft';
import { SuggestionDiff } from './SuggestionDiff';
import { useDraft } from './useDraft';

const TEXT_LIMIT = 20_000;

interface CommentEditorProps {
  /** Key of the draft. */
  readonly draftKey: string;
  /** Accessible name of the field: what the comment is on. */
  readonly label: string;
  /** Lines that may be suggested anew; absent where there are none. */
  readonly lines?: readonly string[];
}

/** Writes a comment, and where it is on lines, what should stand there. */
export function CommentEditor({ draftKey, label, lines }: CommentEditorProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { drafts, headSha } = useRequestContext();
  const act = useAct();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(draftKey);
  useEffect(() => {
    if (drafts.takeFocus(draftKey)) {
      field.current?.focus();
    }
  }, [drafts, draftKey]);
  if (!draft) {
    return null;
  }

  // What is proposed as it already stands is no proposal.
  const suggestion =
    draft.suggestion === lines?.join('\n') ? undefined : draft.suggestion;
  const maySend = draft.body.trim() !== '' || suggestion !== undefined;
  const cancel = () => drafts.close(draftKey);
  const send = async () => {
    const { body, anchor, inReplyTo } = draft;
    const comment = { body: body.trim(), anchor, inReplyTo, suggestion };
    if (await act.run({ type: 'comment', comment })) {
      drafts.close(draftKey);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape also end the composing of Japanese text.
    if (isComposing(event)) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (maySend && !act.isBusy) {
        send();
      }
    } else if (event.key === 'Escape' && isBlank(draft)) {
      event.preventDefault();
      cancel();
    }
  };

  return (
    <Stack spacing={1} onKeyDown={onKeyDown}>
      <TextField
        multiline
        minRows={2}
        size="small"
        inputRef={field}
        label={label}
        value={draft.body}
        inputProps={{ maxLength: TEXT_LIMIT }}
        onChange={event =>
          drafts.change(draftKey, { ...draft, body: event.target.value })
        }
      />
      {draft.headSha !== undefined && draft.headSha !== headSha && (
        <Typography variant="body2" role="status">
          {t('comment.filesMoved')}
        </Typography>
      )}
      {draft.suggestion !== undefined && (
        <>
          <TextField
            multiline
            size="small"
            label={t('comment.suggestion')}
            value={draft.suggestion}
            inputProps={{
              maxLength: TEXT_LIMIT,
              spellCheck: false,
              style: { fontFamily: 'monospace', fontSize: 13 },
            }}
            onChange={event =>
              drafts.change(draftKey, {
                ...draft,
                suggestion: event.target.value,
              })
            }
          />
          <SuggestionDiff lines={lines ?? []} suggestion={draft.suggestion} />
        </>
      )}
      <OutcomeMessage act={act} />
      <Stack direction="row" spacing={1} flexWrap="wrap" useFlexGap>
        <ActButton
          isBusy={act.isBusy}
          size="small"
          variant="contained"
          disabled={!maySend}
          onClick={send}
        >
          {t('comment.send')}
        </ActButton>
        {lines && (
          <Button
            size="small"
            onClick={() =>
              drafts.change(draftKey, {
                ...draft,
                suggestion:
                  draft.suggestion === undefined ? lines.join('\n') : undefined,
              })
            }
          >
            {t(
              draft.suggestion === undefined
                ? 'comment.suggest'
                : 'comment.suggestNot',
            )}
          </Button>
        )}
        <ActButton isBusy={act.isBusy} size="small" onClick={cancel}>
          {t('review.cancel')}
        </ActButton>
      </Stack>
    </Stack>
  );
}
