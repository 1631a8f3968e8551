import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import { DiffView } from '@suido/react-kit';
import { useState } from 'react';
import { dataRequestsReactTranslationRef } from '../translation';

const ACTIONS = {
  create: 'panel.newFile',
  update: 'panel.changedFile',
  delete: 'panel.deletedFile',
} as const;

/** @public */
export interface FilesDiffProps {
  readonly files: readonly FileChange[];
  readonly initialMode?: 'split' | 'unified';
}

/** Each file of a change, closed until asked for. @public */
export function FilesDiff({ files, initialMode = 'split' }: FilesDiffProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const [mode, setMode] = useState(initialMode);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (files.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('panel.noFiles')}
      </Typography>
    );
  }
  const setIsOpen = (path: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) {
      next.add(path);
    } else {
      next.delete(path);
    }
    setOpen(next);
  };
  return (
    <Stack spacing={1}>
      {open.size > 0 && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={mode}
          aria-label={t('panel.diffMode')}
          onChange={(_, chosen) => chosen && setMode(chosen)}
        >
          <ToggleButton value="split">{t('panel.split')}</ToggleButton>
          <ToggleButton value="unified">{t('panel.unified')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {files.map(file => (
        <Box
          key={file.path}
          component="details"
          open={open.has(file.path)}
          onToggle={event =>
            setIsOpen(
              file.path,
              (event.currentTarget as HTMLDetailsElement).open,
            )
          }
        >
          <Box
            component="summary"
            sx={{ cursor: 'pointer', overflowWrap: 'anywhere' }}
          >
            <Typography component="code" variant="body2">
              {file.path}
            </Typography>{' '}
            <Chip size="small" label={t(ACTIONS[file.action])} />
          </Box>
          {open.has(file.path) && (
            <DiffView
              path={file.path}
              before={
                file.action === 'create' ? undefined : file.previousContent
              }
              after={file.action === 'delete' ? undefined : file.content}
              mode={mode}
            />
          )}
        </Box>
      ))}
    </Stack>
  );
}
