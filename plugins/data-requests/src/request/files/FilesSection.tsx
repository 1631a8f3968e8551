import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import { DiffView, EmptyState, useLanguage } from '@suido/react-kit';
import type { Ref } from 'react';
import type { RequestChanges } from '../../api/useRequest';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { shortSha } from '../sections/useTimelineWords';
import { FILE_HEADING } from './stepFile';

/** How differences are laid out. */
export type DiffMode = 'split' | 'unified';

interface FilesSectionProps {
  /** Receives the element that holds the files. */
  readonly containerRef: Ref<HTMLDivElement>;
  readonly changes: RequestChanges;
  readonly mode: DiffMode;
  readonly onMode: (mode: DiffMode) => void;
  /** Absent where the reader may not comment. */
  readonly onComment?: (path: string) => void;
}

/** The change in words, then file by file. */
export function FilesSection({
  containerRef,
  changes,
  mode,
  onMode,
  onComment,
}: FilesSectionProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  if (changes.files.length === 0) {
    return <EmptyState title={t('files.empty')} />;
  }
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
        <ToggleButtonGroup
          exclusive
          size="small"
          value={mode}
          onChange={(_, next: DiffMode | null) => next && onMode(next)}
          aria-label={t('files.mode')}
        >
          <ToggleButton value="unified">{t('files.unified')}</ToggleButton>
          <ToggleButton value="split">{t('files.split')}</ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      {changes.files.map(file => (
        <FileDiff
          key={file.path}
          file={file}
          mode={mode}
          onComment={onComment}
        />
      ))}
    </Stack>
  );
}

interface FileDiffProps {
  readonly file: FileChange;
  readonly mode: DiffMode;
  readonly onComment?: (path: string) => void;
}

function FileDiff({ file, mode, onComment }: FileDiffProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <Box component="section" aria-label={file.path}>
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
          sx={{ m: 0, fontFamily: 'monospace', overflowWrap: 'anywhere' }}
        >
          {file.path}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={t(`files.${file.action}`)}
        />
        {onComment && (
          <Button
            size="small"
            onClick={() => onComment(file.path)}
            aria-label={t('files.commentNamed', { path: file.path })}
          >
            {t('files.comment')}
          </Button>
        )}
      </Stack>
      <DiffView
        path={file.path}
        before={file.action === 'create' ? undefined : file.previousContent}
        after={file.action === 'delete' ? undefined : file.content}
        mode={mode}
      />
    </Box>
  );
}
