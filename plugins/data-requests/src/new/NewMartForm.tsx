import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type {
  DataRequest,
  Duplicate,
} from '@suido/backstage-plugin-data-requests-common';
import { MartRequestWizard } from '@suido/backstage-plugin-data-requests-react';
import { EmptyState } from '@suido/react-kit';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import useSWR from 'swr';
import { ulid } from 'ulid';
import { useDataRequests } from '../api/useDataRequests';
import { FirstRequestLink } from '../frame/FirstRequestLink';
import {
  catalogEntityRouteRef,
  newMartRouteRef,
  requestRouteRef,
} from '../routes';
import { QueryStates } from '../states/QueryStates';
import { dataRequestsTranslationRef } from '../translation/ref';
import { loadForm, type FormVisit } from './loadForm';
import { StartNotices } from './StartNotices';

interface NewMartFormProps {
  readonly visit: FormVisit;
  /** Field of the spec to begin at. */
  readonly field?: string;
  readonly onSubmitted: (request: DataRequest) => void;
  /** Something that exists serves as well; `href` is where it is. */
  readonly onUsedInstead: (href: string | undefined) => void;
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
  field,
  onSubmitted,
  onUsedInstead,
  onDraftIdChange,
}: NewMartFormProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const client = useDataRequests();
  const newMartPath = useRouteRef(newMartRouteRef);
  const hrefOf = useDuplicateHref();
  const [opened] = useState(visit);
  // A draft read earlier has an old revision: each opening asks the server.
  const [opening] = useState(() => ulid());
  const query = useSWR(
    ['data-requests', 'form', opened.draftId, opening],
    () => loadForm(client, opened),
    READ_ONCE,
  );
  const startFresh = newMartPath && (
    <Button component={RouterLink} to={newMartPath()} variant="contained">
      {t('new.startFresh')}
    </Button>
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
          case 'draft-newer':
            return (
              <EmptyState
                title={t('new.draftNewer.title')}
                description={`${t('new.draftNewer.description')} ${
                  start.message
                }`}
                action={startFresh}
              />
            );
          case 'draft-missing':
            return (
              <EmptyState
                title={t('new.draftMissing.title')}
                description={t('new.draftMissing.description')}
                action={startFresh}
              />
            );
          default:
            return (
              <>
                <Box sx={{ mb: 2, textAlign: 'end' }}>
                  <FirstRequestLink />
                </Box>
                <StartNotices notices={start.notices} />
                <MartRequestWizard
                  initialSpec={start.spec}
                  initialStep={start.step}
                  initialField={field}
                  draftId={opened.draftId}
                  revision={start.revision}
                  targets={start.targets}
                  revises={start.revises}
                  onSubmitted={onSubmitted}
                  onUsedInstead={duplicate => onUsedInstead(hrefOf(duplicate))}
                  hrefOf={hrefOf}
                  onDraftIdChange={onDraftIdChange}
                />
              </>
            );
        }
      }}
    </QueryStates>
  );
}

/** Where something that exists already has its page. */
function useDuplicateHref(): (duplicate: Duplicate) => string | undefined {
  const entityPath = useRouteRef(catalogEntityRouteRef);
  const requestPath = useRouteRef(requestRouteRef);
  return ({ kind, subject }) => {
    const name = subject.slice(subject.indexOf(':') + 1);
    return kind === 'request'
      ? requestPath?.({ id: name })
      : entityPath?.({ namespace: 'default', kind: 'resource', name });
  };
}
