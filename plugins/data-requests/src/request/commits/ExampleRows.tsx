import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type {
  ColumnEffect,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../../translation/ref';
import { SampleCell } from '../sections/SampleCell';
import type { RowEffect } from './RowEffects';

interface ExampleRowsProps {
  readonly rows: RowEffect;
  /** A column that only one of the commits has shows one value. */
  readonly columns: readonly ColumnEffect[];
}

/** Rows that came, went or changed; a changed value stands beside what it was. */
export function ExampleRows({ rows, columns }: ExampleRowsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  const isOnly = (change: ColumnEffect['change'], name: string) =>
    columns.some(column => column.name === name && column.change === change);
  const isNumber = (index: number) =>
    rows.examples.some(({ before, after }) =>
      [before?.[index], after?.[index]].some(
        value => typeof value === 'number',
      ),
    );
  const aligned = rows.columns.map((_, index) =>
    isNumber(index) ? 'right' : 'left',
  );
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={t('effect.examples')}
      sx={{ maxHeight: 480 }}
    >
      <Table size="small" stickyHeader aria-label={t('effect.examples')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('effect.change')}</TableCell>
            {rows.columns.map((column, index) => (
              <TableCell key={column} align={aligned[index]}>
                <code>{column}</code>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.examples.map(({ change, before, after }, rowIndex) => (
            <TableRow key={rowIndex}>
              <TableCell component="th" scope="row">
                {t(`effect.row.${change}`)}
              </TableCell>
              {rows.columns.map((column, index) => (
                <TableCell key={column} align={aligned[index]}>
                  <ComparedValue
                    before={
                      isOnly('added', column) ? undefined : before?.[index]
                    }
                    after={
                      isOnly('removed', column) ? undefined : after?.[index]
                    }
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface ComparedValueProps {
  /** Absent where the row was not there. */
  readonly before: SampleValue | undefined;
  /** Absent where the row is gone. */
  readonly after: SampleValue | undefined;
}

function ComparedValue({ before, after }: ComparedValueProps) {
  if (before === undefined && after !== undefined) {
    return <SampleCell value={after} />;
  }
  if (after === undefined && before !== undefined) {
    return <SampleCell value={before} />;
  }
  if (before === undefined || after === undefined) {
    return null;
  }
  return before === after ? (
    <SampleCell value={after} />
  ) : (
    <>
      <Box component="del" sx={{ color: 'text.secondary' }}>
        <SampleCell value={before} />
      </Box>{' '}
      →{' '}
      <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
        <SampleCell value={after} />
      </Box>
    </>
  );
}
