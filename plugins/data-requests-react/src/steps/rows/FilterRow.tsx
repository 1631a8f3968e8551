import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { MartFilter } from '@suido/backstage-plugin-data-requests-common';
import { useId } from 'react';
import { SelectInput } from '../../fields';
import type { ResolvedSource } from '../../mart';
import { useFormTexts } from '../../translation';
import { filterWords } from '../../words';
import { comparisonLabel, operatorsFor, takesValues } from './comparisons';
import { FilterValue } from './FilterValue';

interface FilterRowProps {
  readonly field: string;
  readonly filter: MartFilter;
  readonly sources: readonly ResolvedSource[];
  readonly onChange: (filter: MartFilter) => void;
  readonly onRemove: () => void;
}

/** One condition: a column, a comparison, the values, and what it says. */
export function FilterRow(props: FilterRowProps) {
  const { field, filter, sources, onChange, onRemove } = props;
  const t = useFormTexts();
  const id = useId();
  const options = sources.flatMap(({ alias, dataset }) =>
    (dataset?.columns ?? []).map(column => ({
      value: `${alias}.${column.name}`,
      label: `${alias}.${column.name}`,
    })),
  );
  const type =
    sources
      .find(source => source.alias === filter.source)
      ?.dataset?.columns.find(column => column.name === filter.column)?.type ??
    'unknown';
  const chooseColumn = (chosen: string) => {
    // An alias has no dot; a column may.
    const dot = chosen.indexOf('.');
    onChange({
      source: chosen.slice(0, dot),
      column: chosen.slice(dot + 1),
      operator: 'equals',
      values: [],
    });
  };
  return (
    <Box
      data-field={field}
      role="group"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gap: 1,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: '1fr',
          md: 'minmax(0, 2fr) minmax(0, 1.3fr) minmax(0, 2fr) auto',
        },
      }}
    >
      <SelectInput
        field={`${field}.column`}
        label={t('rows.filterColumn')}
        value={filter.column ? `${filter.source}.${filter.column}` : ''}
        options={options}
        onChange={chooseColumn}
      />
      <SelectInput
        field={`${field}.operator`}
        label={t('rows.filterOperator')}
        value={filter.operator}
        options={operatorsFor(type).map(operator => ({
          value: operator,
          label: comparisonLabel(t, operator, type),
        }))}
        onChange={operator =>
          onChange({
            ...filter,
            operator,
            values: takesValues(operator)
              ? filter.values.slice(0, takesValues(operator))
              : [],
          })
        }
      />
      <FilterValue
        field={`${field}.values`}
        filter={filter}
        type={type}
        onChange={values => onChange({ ...filter, values })}
      />
      <IconButton
        size="small"
        onClick={onRemove}
        aria-label={t('action.removeNamed', {
          name: `${filter.source}.${filter.column}`,
        })}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
      <Typography
        id={id}
        variant="body2"
        color="text.secondary"
        sx={{ gridColumn: '1 / -1', overflowWrap: 'anywhere' }}
      >
        {filterWords(t, filter, type, sources.length === 1)}
      </Typography>
    </Box>
  );
}
