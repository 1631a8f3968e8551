import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  FileChange,
  RequestEffect,
} from '@suido/backstage-plugin-data-requests-common';
import { DiffView, useLanguage } from '@suido/react-kit';
import type { ReactNode } from 'react';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { DiffMode } from '../files/DiffMode';
import { DiffModeSwitch } from '../files/DiffModeSwitch';
import { ColumnEffects } from './ColumnEffects';
import { RowEffects } from './RowEffects';

interface EffectViewProps {
  readonly effect: RequestEffect;
  readonly diffMode: DiffMode;
  readonly onDiffMode: (mode: DiffMode) => void;
}

/** What differs between two commits: columns, rows, files. */
export function EffectView({ effect, diffMode, onDiffMode }: EffectViewProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  return (
    <Stack spacing={3}>
      <Part title={t('effect.columns')}>
        {effect.columns ? (
          <ColumnEffects columns={effect.columns} />
        ) : (
          <Typography variant="body2" color="text.secondary">
            {t('effect.noColumns')}
          </Typography>
        )}
      </Part>
      <Part title={t('effect.rows')}>
        {effect.rows.status === 'available' ? (
          <RowEffects rows={effect.rows} columns={effect.columns ?? []} />
        ) : (
          <Typography variant="body2" color="text.secondary">
            {t('effect.noRows')} {effect.rows.reason[language]}
          </Typography>
        )}
      </Part>
      <Part
        title={t('section.files')}
        action={
          effect.files.length > 0 && (
            <DiffModeSwitch mode={diffMode} onMode={onDiffMode} />
          )
        }
      >
        {effect.files.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            {t('effect.noFiles')}
          </Typography>
        ) : (
          <Stack spacing={2}>
            {effect.files.map(file => (
              <EffectFile key={file.path} file={file} mode={diffMode} />
            ))}
          </Stack>
        )}
      </Part>
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, action, children }: PartProps) {
  return (
    <Stack spacing={1} component="section" aria-label={title}>
      <Stack direction="row" justifyContent="space-between" alignItems="center">
        <Typography variant="subtitle1" component="h4" sx={{ m: 0 }}>
          {title}
        </Typography>
        {action}
      </Stack>
      {children}
    </Stack>
  );
}

interface EffectFileProps {
  readonly file: FileChange;
  readonly mode: DiffMode;
}

function EffectFile({ file, mode }: EffectFileProps) {
  return (
    <Box>
      <Typography
        variant="subtitle2"
        component="h5"
        sx={{
          m: 0,
          mb: 0.5,
          fontFamily: 'monospace',
          overflowWrap: 'anywhere',
        }}
      >
        {file.path}
      </Typography>
      <DiffView
        path={file.path}
        before={file.action === 'create' ? undefined : file.previousContent}
        after={file.action === 'delete' ? undefined : file.content}
        mode={mode}
      />
    </Box>
  );
}
