import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableCell from '@mui/material/TableCell';
import Typography from '@mui/material/Typography';
import type {
  ColumnType,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import { useNumberFormat } from '@suido/react-kit';
import { dataRequestsReactTranslationRef } from '../translation';

interface SampleCellProps {
  readonly value: SampleValue | undefined;
  readonly type: ColumnType;
}

/** Whether values of a type stand at the right, as numbers do. */
export function isNumeric(type: ColumnType): boolean {
  return type === 'integer' || type === 'decimal';
}

/** A value as its type is written; decimals come as text and stay exact. */
export function SampleCell({ value, type }: SampleCellProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const formatNumber = useNumberFormat();
  const write = () => {
    if (value === null || value === undefined) {
      return (
        <Typography variant="caption" color="text.secondary" fontStyle="italic">
          {t('panel.emptyValue')}
        </Typography>
      );
    }
    if (typeof value === 'boolean') {
      return t(value ? 'panel.yes' : 'panel.no');
    }
    return typeof value === 'number' ? formatNumber(value) : value;
  };
  return (
    <TableCell
      align={isNumeric(type) ? 'right' : 'left'}
      sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {write()}
    </TableCell>
  );
}
