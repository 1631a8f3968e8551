import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { EmptyState, useLanguage } from '@suido/react-kit';
import type { Ref } from 'react';
import type { RequestChanges } from '../../api/useRequest';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { CommentEditor } from '../comments/CommentEditor';
import { ThreadView } from '../comments/ThreadView';
import type { CommentFocus } from '../comments/useCommentFocus';
import { useDraftPlaces } from '../comments/useDraft';
import { usePlaceWords } from '../comments/usePlaceWords';
import type { Threads } from '../comments/useThreads';
import { shortSha } from '../sections/useTimelineWords';
import type { DiffMode } from './DiffMode';
import { DiffModeSwitch } from './DiffModeSwitch';
import { FileDiff } from './FileDiff';
import { threadPath } from './threadOrder';

interface FilesSectionProps {
  /** Receives the element that holds the files. */
  readonly containerRef: Ref<HTMLDivElement>;
  readonly changes: RequestChanges;
  readonly threads: Threads;
  readonly focus: CommentFocus | undefined;
  readonly mode: DiffMode;
  readonly onMode: (mode: DiffMode) => void;
}

/** The change in words, then file by file with what was said on it. */
export function FilesSection({
  containerRef,
  changes,
  threads,
  focus,
  mode,
  onMode,
}: FilesSectionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  const place = usePlaceWords();
  const places = useDraftPlaces();
  if (changes.files.length === 0) {
    return <EmptyState title={t('files.empty')} />;
  }
  const paths = new Set(changes.files.map(file => file.path));
  const elsewhere = threads.items.filter(thread => {
    const path = threadPath(thread);
    return path !== undefined && !paths.has(path);
  });
  const writtenElsewhere = places.filter(
    ({ anchor }) => anchor && !paths.has(anchor.path),
  );
  return (
    <Stack spacing={2} ref={containerRef}>
      {changes.explanation.length > 0 && (
        <Paper variant="outlined" sx={{ p: 2 }}>
          <Typography variant="subtitle2" component="h3">
            {t('files.explanation')}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {changes.explanation.map(line => (
              <li key={line.en}>{line[language]}</li>
            ))}
          </Box>
        </Paper>
      )}
      <Stack
        direction="row"
        justifyContent="space-between"
        alignItems="center"
        flexWrap="wrap"
        useFlexGap
      >
        <Typography variant="body2">
          {t('files.count', {
            count: changes.files.length,
            commit: shortSha(changes.headSha),
          })}
        </Typography>
        <DiffModeSwitch mode={mode} onMode={onMode} />
      </Stack>
      {threads.isPlacing && (
        <Typography variant="body2" color="text.secondary" role="status">
          {t('comment.placing')}
        </Typography>
      )}
      {changes.files.map(file => (
        <FileDiff
          key={file.path}
          file={file}
          mode={mode}
          threads={threads.items.filter(
            thread => threadPath(thread) === file.path,
          )}
          focus={focus}
        />
      ))}
      {elsewhere.length + writtenElsewhere.length > 0 && (
        <Stack spacing={1} component="section">
          <Typography variant="subtitle2" component="h3">
            {t('comment.elsewhere')}
          </Typography>
          {elsewhere.map(thread => (
            <ThreadView key={thread.id} thread={thread} focus={focus} quote />
          ))}
          {writtenElsewhere.map(({ key, anchor }) => (
            <CommentEditor
              key={key}
              draftKey={key}
              label={t('comment.on', { place: anchor ? place(anchor) : '' })}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
