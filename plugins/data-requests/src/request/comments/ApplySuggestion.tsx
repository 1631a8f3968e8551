import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ConfirmDialog } from '../../frame/ConfirmDialog';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { ActButton } from '../acts/ActButton';
import { OutcomeMessage } from '../acts/OutcomeMessage';
import { useAct } from '../acts/useAct';
import { useRequestContext } from '../RequestContext';
import type { ThreadPlace } from './placeThreads';
import type { CommentEntry } from './threads';

interface ApplySuggestionProps {
  readonly remark: CommentEntry;
  readonly place: ThreadPlace;
}

/** Takes a suggestion over, after saying what that does; only for who may change the request. */
export function ApplySuggestion({ remark, place }: ApplySuggestionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { request, headSha } = useRequestContext();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { comment } = remark;
  if (!request.abilities.update || !comment) {
    return null;
  }
  if (place.kind === 'outdated') {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('comment.cannotApply')}
      </Typography>
    );
  }
  return (
    <Stack spacing={1}>
      <Box>
        <ActButton
          isBusy={act.isBusy}
          size="small"
          variant="contained"
          disabled={!headSha}
          onClick={() => setAsking(true)}
        >
          {t('comment.apply')}
        </ActButton>
      </Box>
      <OutcomeMessage act={act} />
      <ConfirmDialog
        open={asking}
        title={t('comment.applyConfirm.title')}
        body={t('comment.applyConfirm.body')}
        action={t('comment.apply')}
        onClose={() => setAsking(false)}
        onConfirm={() => act.run({ type: 'apply', comment })}
      />
    </Stack>
  );
}
