import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ColumnEffect } from '@suido/backstage-plugin-data-requests-common';
import { dataRequestsTranslationRef } from '../../translation/ref';

interface ColumnEffectsProps {
  readonly columns: readonly ColumnEffect[];
}

/** Which columns came, went, or hold something else now. */
export function ColumnEffects({ columns }: ColumnEffectsProps) {
  const { t } = useTranslationRef(dataRequestsTranslationRef);
  if (columns.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('effect.sameColumns')}
      </Typography>
    );
  }
  return (
    <Table size="small" aria-label={t('effect.columns')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('effect.column')}</TableCell>
          <TableCell>{t('effect.change')}</TableCell>
          <TableCell>{t('effect.type')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {columns.map(({ name, change, from, to }) => (
          <TableRow key={`${change} ${name}`}>
            <TableCell component="th" scope="row">
              <code>{name}</code>
            </TableCell>
            <TableCell>{t(`effect.column.${change}`)}</TableCell>
            <TableCell>
              {[from, to]
                .filter(
                  (type, index, all) => type && all.indexOf(type) === index,
                )
                .map(type => type && t(`type.${type}`))
                .join(' → ')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
