import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { RequestSummary } from '@suido/backstage-plugin-data-requests-common';
import { RelativeTime } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { RequestLink } from '../frame/RequestLink';
import { catalogEntityRouteRef } from '../routes';
import { EntityName } from '../states/EntityName';
import { StateChip } from '../states/StateChip';
import { dataRequestsTranslationRef } from '../translation/ref';
import { useCatalogedDatasets } from './useCatalogedDatasets';

const COLUMNS = ['mart', 'request', 'state', 'owner', 'since'] as const;

/** The marts, each with the way to its dataset and to its request. */
export function ContributionTable({
  requests,
}: {
  readonly requests: readonly RequestSummary[];
}) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const entityPath = useRouteRef(catalogEntityRouteRef);
  const cataloged = useCatalogedDatasets(
    requests.map(request => request.datasetKey),
  );
  const label = t('contributions.list');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column}>
                {t(`contributions.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {requests.map(request => (
            <TableRow key={request.id}>
              <TableCell component="th" scope="row">
                {entityPath && cataloged?.has(request.datasetKey) ? (
                  <Link
                    component={RouterLink}
                    to={entityPath({
                      namespace: 'default',
                      kind: 'resource',
                      name: request.datasetKey,
                    })}
                  >
                    {request.name}
                  </Link>
                ) : (
                  <>
                    {request.name}
                    {cataloged && (
                      <Typography
                        variant="caption"
                        component="p"
                        color="text.secondary"
                      >
                        {t('contributions.notInCatalog')}
                      </Typography>
                    )}
                  </>
                )}
              </TableCell>
              <TableCell>
                <RequestLink id={request.id}>
                  {t('card.requestLink', { number: String(request.number) })}
                </RequestLink>
              </TableCell>
              <TableCell>
                <StateChip state={request.state} />
              </TableCell>
              <TableCell>
                <EntityName entityRef={request.owner} />
              </TableCell>
              <TableCell>
                <RelativeTime value={request.stateSince} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
