import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import { dataRequestsTranslationRef } from '../translation/ref';
import { waitsFor } from './whoIsNext';

interface WaitsForProps {
  readonly request: Pick<RequestSummary, 'state' | 'stateSince' | 'requester'>;
  readonly viewer?: string;
}

/** Whose move it is, and since when. */
export function WaitsFor({ request, viewer }: WaitsForProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  return (
    <Stack spacing={0.5}>
      <span>{t(`waits.${waitsFor(request, viewer)}`)}</span>
      <Typography variant="caption" color="text.secondary">
        <RelativeTime value={request.stateSince} />
      </Typography>
    </Stack>
  );
}
