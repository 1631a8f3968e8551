import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CatalogSource } from '@suido/backstage-plugin-data-catalog-common';
import { QueryStates } from '@suido/backstage-plugin-data-catalog-react';
import { EmptyState, RelativeTime, useNumberFormat } from '@suido/react-kit';
import { Link as RouterLink } from 'react-router-dom';
import { CatalogFrame } from '../frame/CatalogFrame';
import { useCatalogTabs } from '../frame/useCatalogTabs';
import { sourceRouteRef } from '../routes';
import { dataCatalogTranslationRef } from '../translation/ref';
import { RunStateChip } from './RunStateChip';
import { useSources } from './useSources';

const COLUMNS = [
  'title',
  'kind',
  'datasets',
  'lastRun',
  'lastApplied',
] as const;

/** Where metadata comes from, and how the last reading went. */
export function SourcesPage() {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const tabs = useCatalogTabs();
  const sources = useSources();
  return (
    <CatalogFrame tabs={tabs}>
      <QueryStates query={sources} rows={4}>
        {items =>
          items.length > 0 ? (
            <SourceTable sources={items} />
          ) : (
            <EmptyState
              title={t('sources.empty.title')}
              description={t('sources.empty.description')}
            />
          )
        }
      </QueryStates>
    </CatalogFrame>
  );
}

function SourceTable({
  sources,
}: {
  readonly sources: readonly CatalogSource[];
}) {
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const format = useNumberFormat();
  const path = useRouteRef(sourceRouteRef);
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={t('sources.caption')}
    >
      <Table size="small" aria-label={t('sources.caption')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column}>
                {t(`sources.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sources.map(({ id, title, kind, datasets, lastRun, ...source }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                {path ? (
                  <Link component={RouterLink} to={path({ source: id })}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </TableCell>
              <TableCell>{kind}</TableCell>
              <TableCell>{format(datasets)}</TableCell>
              <TableCell>
                {lastRun ? (
                  <>
                    <RunStateChip state={lastRun.state} />{' '}
                    <RelativeTime
                      value={lastRun.finishedAt ?? lastRun.startedAt}
                    />
                  </>
                ) : (
                  t('sources.never')
                )}
              </TableCell>
              <TableCell>
                {source.lastAppliedAt ? (
                  <RelativeTime value={source.lastAppliedAt} />
                ) : (
                  t('sources.never')
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
