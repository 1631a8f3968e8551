import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert, { type AlertColor } from '@mui/material/Alert';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type {
  DataRequest,
  RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestChanges } from '../../api/useRequest';
import { useViewer } from '../../api/useViewer';
import { dataRequestsTranslationRef } from '../../translation/ref';
import type { Threads } from '../comments/useThreads';
import { NextStepActions } from './NextStepActions';
import { Obstacles } from './Obstacles';
import { viewerOf } from './viewerOf';
import { VoidApprovals } from './VoidApprovals';
import { WaitingLine } from './WaitingLine';

const SEVERITIES: Partial<Record<RequestState, AlertColor>> = {
  'changes-requested': 'warning',
  conflicted: 'warning',
  failed: 'error',
  approved: 'success',
  merged: 'success',
  deployed: 'success',
  granted: 'success',
};

/** From here on the portal takes longer than it should for its own work. */
const USUAL_AT_MOST_MS = 5 * 60_000;

interface NextStepProps {
  readonly request: DataRequest;
  readonly changes: RequestChanges | undefined;
  readonly threads: Threads;
}

/** Where the request stands, what it waits for, and the way on for who reads it. */
export function NextStep({ request, changes, threads }: NextStepProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = viewerOf(request, useViewer());
  const {
    state,
    waiting: { on, since },
  } = request;
  const isMoving = on === 'portal';
  return (
    <Alert
      severity={SEVERITIES[state] ?? 'info'}
      variant="outlined"
      role="region"
      aria-label={t('next.title')}
      sx={{ '& .MuiAlert-message': { flexGrow: 1, minWidth: 0 } }}
    >
      <Stack spacing={1}>
        <div>
          <Typography variant="body1" sx={{ fontWeight: 600 }}>
            {t(`next.${state}`)}
          </Typography>
          <Typography variant="body2">
            {t(`next.${state}.${viewer}`, { number: String(request.number) })}
          </Typography>
        </div>
        {isMoving && <LinearProgress aria-label={t('next.progress')} />}
        {isMoving && Date.now() - Date.parse(since) > USUAL_AT_MOST_MS && (
          <Typography variant="body2">{t('next.slow')}</Typography>
        )}
        <WaitingLine request={request} />
        <VoidApprovals request={request} />
        <Obstacles request={request} changes={changes} />
        <NextStepActions request={request} threads={threads} viewer={viewer} />
      </Stack>
    </Alert>
  );
}
