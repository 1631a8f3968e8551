import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useErrorWords } from '@suido/react-kit';
import { useFormTexts } from '../translation';
import type { DraftStatus } from './DraftSaver';

/** Authors write far below the beginning of the form, too. */
const IN_VIEW = { position: 'sticky', top: 8, zIndex: 'appBar' } as const;

const CONFLICTS = {
  stored: { title: 'draft.conflict', help: 'draft.conflictHelp' },
  newer: { title: 'draft.newer', help: 'draft.newerHelp' },
  gone: { title: 'draft.gone', help: 'draft.goneHelp' },
} as const;

interface DraftNoticeProps {
  readonly status: DraftStatus;
  readonly onRetry: () => void;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
  /** Why the other version could not be loaded. */
  readonly takeError?: Error;
}

/** What stands in the way of saving, and the ways out. */
export function DraftNotice(props: DraftNoticeProps) {
  const { status, onRetry, onTakeTheirs, onKeepMine, takeError } = props;
  const t = useFormTexts();
  const describe = useErrorWords();
  if (status.kind === 'failed') {
    const { title, message, cure } = describe(status.error);
    return (
      <Alert
        severity="error"
        sx={IN_VIEW}
        action={
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('draft.retry')}
          </Button>
        }
      >
        <AlertTitle>{t('draft.failed')}</AlertTitle>
        {title}. {message} {cure} {t('draft.failedKept')}
      </Alert>
    );
  }
  if (status.kind === 'conflict') {
    return (
      <Alert severity="warning" sx={IN_VIEW}>
        <AlertTitle>{t(CONFLICTS[status.other].title)}</AlertTitle>
        {t(CONFLICTS[status.other].help)}
        {takeError &&
          ` ${describe(takeError).title}. ${describe(takeError).cure}`}
        <Stack direction="row" flexWrap="wrap" gap={1} sx={{ mt: 1 }}>
          {status.other === 'stored' && (
            <Button size="small" variant="outlined" onClick={onTakeTheirs}>
              {t('draft.takeTheirs')}
            </Button>
          )}
          <Button size="small" variant="outlined" onClick={onKeepMine}>
            {t('draft.keepMine')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return null;
}
