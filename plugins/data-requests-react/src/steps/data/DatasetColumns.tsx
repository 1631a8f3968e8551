import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { InputColumn } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { dataRequestsReactTranslationRef } from '../../translation';

interface DatasetColumnsProps {
  readonly columns: readonly InputColumn[];
}

/** The columns of a dataset to read through. */
export function DatasetColumns({ columns }: DatasetColumnsProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const language = useLanguage();
  return (
    <Table size="small">
      <TableBody>
        {columns.map(column => (
          <TableRow key={column.name}>
            <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
              {column.name}
            </TableCell>
            <TableCell>{t(`columnType.${column.type}`)}</TableCell>
            <TableCell>
              {readAuthoredText(column.definition, language) ??
                t('data.noDefinition')}
            </TableCell>
            <TableCell>{t(`tier.${column.tier}`)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
