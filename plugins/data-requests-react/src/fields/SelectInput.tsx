import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useFieldProblem } from './FieldChecks';

/** @public */
export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

/** @public */
export interface SelectInputProps<T extends string> {
  /** Path in the spec. */
  readonly field: string;
  readonly label: string;
  readonly value: T | '';
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly help?: string;
  /** Shown as long as nothing is chosen. */
  readonly emptyLabel?: string;
  readonly required?: boolean;
  readonly hideLabel?: boolean;
  /**
   * What is read beside the field, where the label is longer than its place;
   * a part of the label.
   */
  readonly shortLabel?: string;
}

/** A choice among few. The browser's own list: known to keyboards and readers. @public */
export function SelectInput<T extends string>(props: SelectInputProps<T>) {
  const { field, label, value, options, onChange, help, emptyLabel } = props;
  const { shortLabel } = props;
  const id = useId();
  const problem = useFieldProblem(field);
  const isKnown = options.some(option => option.value === value);
  const choose = (chosen: string) => {
    const option = options.find(candidate => candidate.value === chosen);
    if (option) {
      onChange(option.value);
    }
  };
  return (
    <TextField
      id={id}
      select
      label={props.hideLabel ? undefined : shortLabel ?? label}
      value={value}
      onChange={event => choose(event.target.value)}
      onBlur={problem.onLeave}
      helperText={problem.message ?? help}
      error={problem.isError}
      size="small"
      fullWidth
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, required: false }}
      inputProps={{
        'data-field': field,
        'aria-label': props.hideLabel || shortLabel ? label : undefined,
        'aria-required': props.required,
      }}
    >
      {!isKnown && <option value={value}>{value || emptyLabel}</option>}
      {options.map(option => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.disabled}
        >
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
