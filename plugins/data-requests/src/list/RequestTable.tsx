import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { useViewer } from '../api/useViewer';
import { RequestLink } from '../frame/RequestLink';
import { EntityName } from '../states/EntityName';
import { StateChip } from '../states/StateChip';
import { WaitsFor } from '../states/WaitsFor';
import { dataRequestsTranslationRef } from '../translation/ref';

interface RequestTableProps {
  readonly requests: readonly RequestSummary[];
}

const COLUMNS = [
  'number',
  'name',
  'state',
  'waitsFor',
  'owner',
  'tier',
] as const;

/** Requests as rows: what, where it stands, whose move it is. */
export function RequestTable({ requests }: RequestTableProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const viewer = useViewer();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('list.caption')}>
      <Table size="small" aria-label={t('list.caption')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column}>{t(`list.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {requests.map(request => (
            <TableRow key={request.id}>
              <TableCell>{request.number}</TableCell>
              <TableCell component="th" scope="row">
                <RequestLink id={request.id}>{request.name}</RequestLink>
                <Typography
                  variant="caption"
                  color="text.secondary"
                  component="p"
                >
                  {request.title}
                </Typography>
              </TableCell>
              <TableCell>
                <StateChip state={request.state} />
              </TableCell>
              <TableCell>
                <WaitsFor request={request} viewer={viewer} />
              </TableCell>
              <TableCell>
                <EntityName entityRef={request.owner} />
              </TableCell>
              <TableCell>{t(`tier.${request.tier}`)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
