import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import type { SourceRun } from '@suido/backstage-plugin-data-catalog-common';
import { useLanguage } from '@suido/react-kit';
import { useState } from 'react';
import { ConfirmDialog } from '../frame/ConfirmDialog';
import { dataCatalogTranslationRef } from '../translation/ref';

interface HeldRunProps {
  readonly run: SourceRun;
  /** Absent for those who may not decide. */
  readonly onRelease?: () => void;
  readonly isBusy: boolean;
}

/** Why a snapshot is held back, and the way to let it through. */
export function HeldRun({ run, onRelease, isBusy }: HeldRunProps) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        onRelease && (
          <Button
            color="inherit"
            size="small"
            disabled={isBusy}
            onClick={() => setAsking(true)}
          >
            {t('run.release.action')}
          </Button>
        )
      }
    >
      <AlertTitle>{t('run.held.title')}</AlertTitle>
      {run.reason?.[language] ?? t('run.held.body')}
      {onRelease ? (
        <ConfirmDialog
          open={isAsking}
          title={t('run.release.title')}
          body={t('run.release.body', {
            number: String(run.changes?.removed ?? 0),
          })}
          action={t('run.release.action')}
          onConfirm={onRelease}
          onClose={() => setAsking(false)}
        />
      ) : (
        <div>{t('run.held.whoDecides')}</div>
      )}
    </Alert>
  );
}
