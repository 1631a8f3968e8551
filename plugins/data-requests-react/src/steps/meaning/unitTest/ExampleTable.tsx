import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { MartUnitTest } from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import { useFormTexts } from '../../../translation';

// Rows to be confirmed are shown to their last digit.
const EXACT: Intl.NumberFormatOptions = { maximumFractionDigits: 20 };

interface ExampleTableProps {
  readonly title: string;
  /** Accessible name of the table. */
  readonly label: string;
  readonly example: MartUnitTest['expected'];
}

/** A few rows, exactly as the check holds them. */
export function ExampleTable({ title, label, example }: ExampleTableProps) {
  const t = useFormTexts();
  const { columns, rows } = example;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" fontWeight={600}>
        {title}
      </Typography>
      <TableContainer
        // Scrolls sideways, so the keyboard must reach it.
        tabIndex={0}
        role="region"
        aria-label={label}
        sx={{ maxHeight: 240 }}
      >
        <Table size="small" stickyHeader aria-label={label}>
          <TableHead>
            <TableRow>
              {columns.map((column, position) => (
                <TableCell
                  key={position}
                  align={
                    rows.some(row => typeof row[position] === 'number')
                      ? 'right'
                      : 'left'
                  }
                  sx={{ whiteSpace: 'nowrap' }}
                >
                  {column}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => (
              <TableRow key={index}>
                {columns.map((_, position) => (
                  <ExampleCell key={position} value={row[position]} />
                ))}
              </TableRow>
            ))}
            {rows.length === 0 && (
              <TableRow>
                <TableCell colSpan={Math.max(columns.length, 1)}>
                  {t('unitTest.noRows')}
                </TableCell>
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}

type ExampleValue = MartUnitTest['expected']['rows'][number][number];

function ExampleCell({ value }: { readonly value: ExampleValue | undefined }) {
  const t = useFormTexts();
  const format = useNumberFormat(EXACT);
  const write = () => {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
        return format(value);
      case 'boolean':
        return t(value ? 'panel.yes' : 'panel.no');
      default:
        return (
          <Typography
            variant="caption"
            color="text.secondary"
            fontStyle="italic"
          >
            {t('panel.emptyValue')}
          </Typography>
        );
    }
  };
  return (
    <TableCell
      align={typeof value === 'number' ? 'right' : 'left'}
      sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {write()}
    </TableCell>
  );
}
