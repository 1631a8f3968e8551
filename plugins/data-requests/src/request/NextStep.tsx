import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert, { type AlertColor } from '@mui/material/Alert';
import type {
  DataRequest,
  RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import { useViewer } from '../api/useViewer';
import { waitsFor } from '../states/waitsFor';
import { dataRequestsTranslationRef } from '../translation/ref';

const SEVERITIES: Partial<Record<RequestState, AlertColor>> = {
  'changes-requested': 'warning',
  conflicted: 'warning',
  failed: 'error',
  approved: 'success',
  merged: 'success',
  deployed: 'success',
  granted: 'success',
};

/** What happens next, in words, and whose move it is. */
export function NextStep({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  const waiter = waitsFor(request, viewer);
  return (
    <Alert severity={SEVERITIES[request.state] ?? 'info'} variant="outlined">
      {t(`next.${request.state}`)}
      {waiter !== 'nobody' && (
        <div>
          {t('list.column.waitsFor')}: <strong>{t(`waits.${waiter}`)}</strong>
        </div>
      )}
      {request.stateReason && (
        <div>{t('next.reason', { reason: request.stateReason })}</div>
      )}
    </Alert>
  );
}
