import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { InputDataset } from '@suido/backstage-plugin-data-requests-common';
import { EmptyState, isComposing, LiveRegion } from '@suido/react-kit';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useFieldProblem } from '../../fields';
import { searchDatasets } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { DatasetRow } from './DatasetRow';

const FIRST_ROWS = 20;
const FIELD = 'sources';

interface DatasetPickerProps {
  readonly datasets: readonly InputDataset[];
  /** Keys of the datasets in use. */
  readonly chosen: readonly string[];
  readonly onAdd: (dataset: InputDataset) => void;
  readonly onRemove: (dataset: InputDataset) => void;
}

/** Search over all datasets that the mart may read. */
export function DatasetPicker(props: DatasetPickerProps) {
  const { datasets, chosen, onAdd, onRemove } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const id = useId();
  const sources = useFieldProblem(FIELD);
  // Of what is chosen the list of the chosen speaks.
  const problem = chosen.length === 0 ? sources : undefined;
  const [query, setQuery] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const deferredQuery = useDeferredValue(query);
  const found = useMemo(
    () => searchDatasets(datasets, deferredQuery),
    [datasets, deferredQuery],
  );
  if (datasets.length === 0) {
    return <EmptyState title={t('data.noDatasets')} />;
  }
  const shown = showsAll ? found : found.slice(0, FIRST_ROWS);
  return (
    <Stack
      spacing={1}
      onBlur={event => {
        // Whoever looked for something is on the way to what was found.
        const isOut = !event.currentTarget.contains(event.relatedTarget);
        if (isOut || query.trim() === '') {
          sources.onLeave();
        }
      }}
    >
      <TextField
        id={id}
        type="search"
        label={t('data.search')}
        helperText={problem?.message ?? t('data.searchHelp')}
        error={problem?.isError}
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={event => {
          // Inside a Template's form Enter would go to the next page.
          if (event.key === 'Enter' && !isComposing(event)) {
            event.preventDefault();
          }
        }}
        size="small"
        fullWidth
        InputLabelProps={{ shrink: true }}
        inputProps={{ 'data-field': FIELD }}
      />
      <LiveRegion>
        {t('data.found', { amount: String(found.length) })}
      </LiveRegion>
      {found.length === 0 ? (
        <EmptyState title={t('data.none')} description={t('data.noneCure')} />
      ) : (
        <List
          disablePadding
          aria-label={t('data.found', { amount: String(found.length) })}
        >
          {shown.map(dataset => (
            <DatasetRow
              key={dataset.key}
              dataset={dataset}
              isChosen={chosen.includes(dataset.key)}
              onAdd={() => onAdd(dataset)}
              onRemove={() => onRemove(dataset)}
            />
          ))}
        </List>
      )}
      {shown.length < found.length && (
        <Button size="small" onClick={() => setShowsAll(true)}>
          {t('action.showMore', { amount: String(found.length) })}
        </Button>
      )}
    </Stack>
  );
}
