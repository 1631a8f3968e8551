import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SourceRun } from '@suido/backstage-plugin-data-catalog-common';
import { RelativeTime, useLanguage, useNumberFormat } from '@suido/react-kit';
import { dataCatalogTranslationRef } from '../translation/ref';
import { HeldRun } from './HeldRun';
import { ReportView } from './ReportView';
import { RunStateChip } from './RunStateChip';

interface RunItemProps {
  readonly run: SourceRun;
  readonly onRelease?: () => void;
  readonly isBusy: boolean;
}

/** One reading of a source: how it ended, what it changed, what it refused. */
export function RunItem({ run, onRelease, isBusy }: RunItemProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const language = useLanguage();
  const format = useNumberFormat();
  const { state, startedAt, finishedAt, takenAt, mode, changes } = run;
  return (
    <Paper variant="outlined" component="li" sx={{ p: 2 }}>
      <Stack spacing={1.5}>
        <Stack direction="row" flexWrap="wrap" alignItems="center" gap={1}>
          <RunStateChip state={state} />
          <Typography variant="body2">
            <RelativeTime value={finishedAt ?? startedAt} />
            {mode && ` · ${t(`run.mode.${mode}`)}`}
          </Typography>
          {takenAt && (
            <Typography variant="body2" color="text.secondary">
              {t('run.takenAt')}
              <RelativeTime value={takenAt} />
            </Typography>
          )}
        </Stack>
        {state === 'held' && (
          <HeldRun run={run} onRelease={onRelease} isBusy={isBusy} />
        )}
        {state === 'failed' && run.reason && (
          <Alert severity="error" variant="outlined">
            {run.reason[language]}
          </Alert>
        )}
        {changes && (
          <Typography variant="body2">
            {t(state === 'held' ? 'run.wouldChange' : 'run.changed', {
              added: format(changes.added),
              changed: format(changes.changed),
              removed: format(changes.removed),
            })}
          </Typography>
        )}
        {run.report && <ReportView report={run.report} />}
      </Stack>
    </Paper>
  );
}
