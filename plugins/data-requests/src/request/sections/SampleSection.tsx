import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type {
  DataRequest,
  SampleRows,
} from '@suido/backstage-plugin-data-requests-common';
import { EmptyState, useLanguage, useNumberFormat } from '@suido/react-kit';
import { useSample } from '../../api/useRequest';
import { QueryStates } from '../../states/QueryStates';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { SampleCell } from './SampleCell';

/** What the mart would hold, computed on sample rows. */
export function SampleSection({ request }: { readonly request: DataRequest }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const language = useLanguage();
  return (
    <QueryStates query={useSample(request)}>
      {sample =>
        sample.status === 'unavailable' ? (
          <EmptyState
            title={t('sample.unavailable')}
            description={sample.reason[language]}
          />
        ) : (
          <SampleTable sample={sample} />
        )
      }
    </QueryStates>
  );
}

function SampleTable({ sample }: { readonly sample: SampleRows }) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const number = useNumberFormat();
  if (sample.rows.length === 0) {
    return (
      <EmptyState
        title={t('sample.empty.title')}
        description={t('sample.empty.description')}
      />
    );
  }
  return (
    <Stack spacing={1}>
      <Typography variant="body2" color="text.secondary">
        {t('sample.caption', { rows: number(sample.sampledRowCount) })}
      </Typography>
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={t('section.sample')}
        sx={{ maxHeight: 560 }}
      >
        <Table size="small" stickyHeader aria-label={t('section.sample')}>
          <TableHead>
            <TableRow>
              {sample.columns.map(column => (
                <TableCell
                  key={column.name}
                  align={isNumber(column) ? 'right' : 'left'}
                >
                  <code>{column.name}</code>
                  <Typography variant="caption" component="div">
                    {t(`type.${column.type}`)}
                    {column.masked && ` · ${t('sample.masked')}`}
                  </Typography>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sample.rows.map((row, rowIndex) => (
              <TableRow key={rowIndex}>
                {row.map((value, index) => (
                  <TableCell
                    key={sample.columns[index]?.name ?? index}
                    align={isNumber(sample.columns[index]) ? 'right' : 'left'}
                  >
                    <SampleCell value={value} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {sample.truncated && (
        <Alert severity="info">{t('sample.truncated')}</Alert>
      )}
    </Stack>
  );
}

function isNumber(column: SampleRows['columns'][number] | undefined): boolean {
  return column?.type === 'integer' || column?.type === 'decimal';
}
