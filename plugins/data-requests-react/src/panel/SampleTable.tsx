import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
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
  Sample,
  SampleRows,
} from '@suido/backstage-plugin-data-requests-common';
import { useLanguage, useNumberFormat } from '@suido/react-kit';
import { dataRequestsReactTranslationRef } from '../translation';
import { isNumeric, SampleCell } from './SampleCell';

const MOST_ROWS = 20;

/** @public */
export interface SampleTableProps {
  readonly sample: Sample;
}

/** Sample rows of the mart, or why there are none. @public */
export function SampleTable({ sample }: SampleTableProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const language = useLanguage();
  if (sample.status === 'unavailable') {
    return (
      <Alert severity="info" icon={false} variant="outlined">
        {sample.reason[language]}
      </Alert>
    );
  }
  if (sample.rows.length === 0) {
    return <Alert severity="warning">{t('panel.sampleEmpty')}</Alert>;
  }
  return <Rows sample={sample} />;
}

function Rows({ sample }: { readonly sample: SampleRows }) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const formatCount = useNumberFormat();
  const { columns, rows, sampledRowCount } = sample;
  const isCut = sample.truncated || rows.length > MOST_ROWS;
  return (
    <Stack spacing={0.5}>
      <TableContainer
        // Scrolls sideways, so the keyboard must reach it.
        tabIndex={0}
        role="region"
        aria-label={t('panel.sample')}
        sx={{ maxHeight: 320 }}
      >
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              {columns.map(column => (
                <TableCell
                  key={column.name}
                  align={isNumeric(column.type) ? 'right' : 'left'}
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {column.name}
                  {column.masked && (
                    <LockOutlinedIcon
                      titleAccess={t('panel.masked')}
                      sx={{ fontSize: 14, ml: 0.5, verticalAlign: 'middle' }}
                    />
                  )}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.slice(0, MOST_ROWS).map((row, index) => (
              <TableRow key={index}>
                {columns.map((column, position) => (
                  <SampleCell
                    key={column.name}
                    value={row[position]}
                    type={column.type}
                  />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography variant="caption" color="text.secondary">
        {t('panel.sampleCaption', { amount: formatCount(sampledRowCount) })}
        {isCut && ` ${t('panel.sampleTruncated')}`}
      </Typography>
    </Stack>
  );
}
