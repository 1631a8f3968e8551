import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import { DiffView } from '@suido/react-kit';
import { useState } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { anchorKey } from '../comments/CommentDraft';
import { CommentEditor } from '../comments/CommentEditor';
import type { PlacedThread } from '../comments/placeThreads';
import { ThreadView } from '../comments/ThreadView';
import { useDraft } from '../comments/useDraft';
import type { CommentFocus } from '../comments/useCommentFocus';
import { useRequestContext } from '../RequestContext';
import type { DiffMode } from './DiffMode';
import { FILE_HEADING } from './stepFile';
import { useFileNotes } from './useFileNotes';

interface FileDiffProps {
  readonly file: FileChange;
  readonly mode: DiffMode;
  readonly threads: readonly PlacedThread[];
  readonly focus: CommentFocus | undefined;
}

/** One file: what changed, and what was said on its lines and on the whole. */
export function FileDiff({ file, mode, threads, focus }: FileDiffProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const { request, headSha, drafts } = useRequestContext();
  const [wholeFile, setWholeFile] = useState(false);
  const notes = useFileNotes(file, threads, focus);
  const { path } = file;
  const fileKey = anchorKey({ path });
  const isWriting = useDraft(fileKey) !== undefined;
  const belowFile = threads.filter(
    ({ place }) => place.kind === 'file' || place.kind === 'outdated',
  );
  return (
    <Box component="section" aria-label={path}>
      <Stack
        direction="row"
        spacing={1}
        alignItems="center"
        flexWrap="wrap"
        useFlexGap
        sx={{ mb: 1 }}
      >
        <Typography
          variant="subtitle2"
          component="h3"
          tabIndex={-1}
          {...FILE_HEADING}
          sx={{
            m: 0,
            fontFamily: 'monospace',
            overflowWrap: 'anywhere',
            scrollMargin: '80px',
          }}
        >
          {path}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={t(`files.${file.action}`)}
        />
        {threads.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('comment.count', { count: threads.length })}
          </Typography>
        )}
        {file.action === 'update' && (
          <Button
            size="small"
            aria-label={t(
              wholeFile ? 'files.changedNamed' : 'files.wholeFileNamed',
              { path },
            )}
            onClick={() => setWholeFile(shown => !shown)}
          >
            {t(wholeFile ? 'files.changed' : 'files.wholeFile')}
          </Button>
        )}
        {request.abilities.comment && (
          <Button
            size="small"
            onClick={() =>
              drafts.open(fileKey, { body: '', anchor: { path }, headSha })
            }
            aria-label={t('files.commentNamed', { path })}
          >
            {t('files.comment')}
          </Button>
        )}
      </Stack>
      <DiffView
        path={path}
        before={file.action === 'create' ? undefined : file.previousContent}
        after={file.action === 'delete' ? undefined : file.content}
        mode={mode}
        wholeFile={wholeFile}
        notes={notes}
      />
      {(belowFile.length > 0 || isWriting) && (
        <Stack spacing={1} sx={{ mt: 1 }}>
          {belowFile.map(thread => (
            <ThreadView
              key={thread.id}
              thread={thread}
              focus={focus}
              quote={thread.place.kind === 'outdated'}
            />
          ))}
          <CommentEditor
            draftKey={fileKey}
            label={t('files.commentNamed', { path })}
          />
        </Stack>
      )}
    </Box>
  );
}
