import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Column } from '@suido/backstage-plugin-data-catalog-common';
import { EmptyState, ErrorState, useNumberFormat } from '@suido/react-kit';
import { wordsOf } from '../highlight/markWords';
import { QueryStates } from '../states/QueryStates';
import { dataCatalogReactTranslationRef } from '../translation/ref';
import { useTypedText } from '../typing/useTypedText';
import { ColumnsGrid } from './ColumnsGrid';
import { useColumns } from './useColumns';

const LONGEST_FILTER_CHARS = 200;

/** @public */
export interface ColumnsTableProps {
  readonly datasetKey: string;
  readonly name: string;
  /** Of the dataset; when it moves, the columns are read again. */
  readonly revision: number;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** Offers to edit a column's definition. */
  readonly onEdit?: (column: Column) => void;
}

/** All columns of a dataset, however many, with a box to filter them. @public */
export function ColumnsTable(props: ColumnsTableProps) {
  const { datasetKey, name, revision, filter, onFilter, onEdit } = props;
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const format = useNumberFormat();
  const columns = useColumns({ datasetKey, q: filter, revision });
  const { total } = columns;
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" alignItems="center" flexWrap="wrap" gap={2}>
        <FilterBox value={filter} onChange={onFilter} />
        <Typography variant="body2" role="status">
          {total !== undefined &&
            t(filter ? 'columns.found' : 'columns.count', {
              count: total,
              shown: format(total),
            })}
        </Typography>
      </Stack>
      <LinearProgress
        aria-hidden="true"
        sx={{ visibility: columns.isBusy ? 'visible' : 'hidden' }}
      />
      {columns.error && total !== undefined && (
        <ErrorState error={columns.error} onRetry={columns.retry} />
      )}
      <QueryStates
        query={{ data: total, error: columns.error, mutate: columns.retry }}
        rows={10}
      >
        {count =>
          count > 0 ? (
            <ColumnsGrid
              label={t('columns.caption', { name })}
              columns={columns}
              total={count}
              words={wordsOf(filter)}
              onEdit={onEdit}
            />
          ) : (
            <NoColumns filter={filter} onClear={() => onFilter('')} />
          )
        }
      </QueryStates>
    </Stack>
  );
}

interface FilterBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Waits for a pause, and for an input method to finish its word. */
function FilterBox({ value, onChange }: FilterBoxProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  const text = useTypedText(value, onChange);
  return (
    <TextField
      size="small"
      type="search"
      label={t('columns.filter')}
      placeholder={t('columns.filterHelp')}
      value={text.typed}
      onChange={event => text.setTyped(event.target.value)}
      onCompositionStart={text.onCompositionStart}
      onCompositionEnd={text.onCompositionEnd}
      inputProps={{ maxLength: LONGEST_FILTER_CHARS }}
      InputLabelProps={{ shrink: true }}
      sx={{ width: 320 }}
    />
  );
}

interface NoColumnsProps {
  readonly filter: string;
  readonly onClear: () => void;
}

function NoColumns({ filter, onClear }: NoColumnsProps) {
  const { t } = useTranslationRef(dataCatalogReactTranslationRef);
  return filter ? (
    <EmptyState
      title={t('columns.notFound', { words: filter })}
      action={<Button onClick={onClear}>{t('columns.clear')}</Button>}
    />
  ) : (
    <EmptyState title={t('columns.none')} description={t('columns.noneHelp')} />
  );
}
