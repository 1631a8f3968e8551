import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { InputColumn } from '@suido/backstage-plugin-data-requests-common';
import { useLanguage } from '@suido/react-kit';
import { readAuthoredText } from '@suido/vocabulary';
import { useState } from 'react';
import type { ResolvedSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';

interface ColumnPickerProps {
  readonly sources: readonly ResolvedSource[];
  readonly onPick: (alias: string, column: InputColumn) => void;
}

interface Option {
  readonly alias: string;
  readonly column: InputColumn;
}

const filterOptions = createFilterOptions<Option>({
  stringify: ({ column }) =>
    [column.name, column.definition.en, column.definition.ja].join('\n'),
});

/** Search over the columns of all chosen datasets; each pick adds one. */
export function ColumnPicker({ sources, onPick }: ColumnPickerProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const language = useLanguage();
  const [text, setText] = useState('');
  const options = sources.flatMap(({ alias, dataset }) =>
    (dataset?.columns ?? []).map(column => ({ alias, column })),
  );
  return (
    <Autocomplete<Option, false, false, false>
      options={options}
      // Always empty: it is a way to add, not a value to keep.
      value={null}
      inputValue={text}
      onInputChange={(_, next, reason) =>
        setText(reason === 'input' ? next : '')
      }
      onChange={(_, option) => {
        if (option) {
          onPick(option.alias, option.column);
          // A text typed in full is no input change for the Autocomplete.
          setText('');
        }
      }}
      filterOptions={filterOptions}
      groupBy={option => option.alias}
      getOptionLabel={option => option.column.name}
      getOptionKey={option => `${option.alias}.${option.column.name}`}
      size="small"
      disableCloseOnSelect
      blurOnSelect={false}
      autoHighlight
      renderOption={(props, { column }) => (
        <Box {...props} component="li" key={props.id}>
          <Box>
            <Typography variant="body2" fontWeight={600}>
              {column.name} · {t(`columnType.${column.type}`)} ·{' '}
              {t(`tier.${column.tier}`)}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {readAuthoredText(column.definition, language) ??
                t('data.noDefinition')}
            </Typography>
          </Box>
        </Box>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={t('rows.addColumn')}
          helperText={t('rows.addColumnHelp')}
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
