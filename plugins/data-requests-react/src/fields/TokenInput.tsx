import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { isComposing } from '@suido/react-kit';
import { useId, useState, type KeyboardEvent } from 'react';
import { dataRequestsReactTranslationRef } from '../translation';
import { useFieldProblem } from './FieldChecks';

/** @public */
export interface TokenInputProps {
  /** Path in the spec. */
  readonly field: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}

/** Several values, added one by one with Enter or the button. @public */
export function TokenInput(props: TokenInputProps) {
  const { field, label, values, onChange } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const id = useId();
  const problem = useFieldProblem(field);
  const [text, setText] = useState('');
  const add = () => {
    const value = text.trim();
    if (value && !values.includes(value)) {
      onChange([...values, value]);
    }
    setText('');
  };
  const remove = (value: string) =>
    onChange(values.filter(kept => kept !== value));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) {
      return;
    }
    // Inside a Template's form Enter would go to the next page.
    event.preventDefault();
    add();
  };
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1} alignItems="flex-start">
        <TextField
          id={id}
          label={label}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            add();
            problem.onLeave();
          }}
          helperText={problem.message}
          error={problem.isError}
          size="small"
          fullWidth
          InputLabelProps={{ shrink: true }}
          inputProps={{ 'data-field': field }}
        />
        <Button onClick={add} size="small" sx={{ mt: 0.5, flexShrink: 0 }}>
          {t('action.add')}
        </Button>
      </Stack>
      {values.length > 0 && (
        <Stack direction="row" flexWrap="wrap" gap={0.5}>
          {values.map(value => (
            <Chip
              key={value}
              size="small"
              label={value}
              aria-label={t('action.removeValue', { value })}
              onClick={() => remove(value)}
              onDelete={() => remove(value)}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
