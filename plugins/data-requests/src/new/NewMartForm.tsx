import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import { MartRequestWizard } from '@suido/backstage-plugin-data-requests-react';
import { EmptyState } from '@suido/react-kit';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import useSWR from 'swr';
import { ulid } from 'ulid';
import { useDataRequests } from '../api/useDataRequests';
import { newMartRouteRef } from '../routes';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { loadForm, type FormVisit } from './loadForm';

interface NewMartFormProps {
  readonly visit: FormVisit;
  readonly onSubmitted: (request: DataRequest) => void;
  readonly onDraftIdChange: (draftId: string) => void;
}

const READ_ONCE = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
} as const;

/** The wizard with what it starts from. It reads that once, and so do we. */
export function NewMartForm({
  visit,
  onSubmitted,
  onDraftIdChange,
}: NewMartFormProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const client = useDataRequests();
  const newMartPath = useRouteRef(newMartRouteRef);
  const [opened] = useState(visit);
  // A draft read earlier has an old revision: each opening asks the server.
  const [opening] = useState(() => ulid());
  const query = useSWR(
    ['data-requests', 'form', opened.draftId, opening],
    () => loadForm(client, opened),
    READ_ONCE,
  );
  return (
    <QueryStates query={query} rows={6}>
      {start => {
        switch (start.status) {
          case 'no-target':
            return (
              <EmptyState
                title={t('new.noTarget.title')}
                description={t('new.noTarget.description')}
              />
            );
          case 'not-revisable':
            return (
              <EmptyState
                title={t('new.notRevisable.title')}
                description={t('new.notRevisable.description')}
              />
            );
          case 'draft-missing':
            return (
              <EmptyState
                title={t('new.draftMissing.title')}
                description={t('new.draftMissing.description')}
                action={
                  newMartPath && (
                    <Button
                      component={RouterLink}
                      to={newMartPath()}
                      variant="contained"
                    >
                      {t('new.startFresh')}
                    </Button>
                  )
                }
              />
            );
          default:
            return (
              <>
                {start.unknownDataset && (
                  <Alert severity="warning" sx={{ mb: 2 }}>
                    {t('new.datasetUnknown', {
                      dataset: start.unknownDataset,
                    })}
                  </Alert>
                )}
                <MartRequestWizard
                  initialSpec={start.spec}
                  initialStep={start.step}
                  draftId={opened.draftId}
                  revision={start.revision}
                  targets={start.targets}
                  revises={start.revises}
                  onSubmitted={onSubmitted}
                  onDraftIdChange={onDraftIdChange}
                />
              </>
            );
        }
      }}
    </QueryStates>
  );
}
