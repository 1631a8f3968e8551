import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useFieldProblem } from './FieldChecks';

/** Longest free text that a spec takes, in UTF-16 code units. */
const FREE_TEXT_LIMIT = 65_536;

/** @public */
export interface TextInputProps {
  /** Path in the spec, such as `columns.2.name`. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Rewrites the text when the author leaves the field. */
  readonly tidy?: (value: string) => string;
  /** Called with the tidied text when the author leaves the field. */
  readonly onLeave?: (value: string) => void;
  readonly help?: string;
  readonly placeholder?: string;
  /** Rows of a text of several lines. */
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'number' | 'url' | 'datetime-local';
  readonly required?: boolean;
  readonly maxLength?: number;
  /** A text that stays as it is; its help says why, whatever the checks say. */
  readonly readOnly?: boolean;
  /** Language of the text, for screen readers and input methods. */
  readonly lang?: string;
  readonly hideLabel?: boolean;
  /**
   * What is read beside the field, where the label is longer than its place;
   * a part of the label.
   */
  readonly shortLabel?: string;
}

/** A text of the spec, tied to its label, its help and its checks. @public */
export function TextInput(props: TextInputProps) {
  const { field, label, value, onChange, tidy, help, rows } = props;
  const { shortLabel } = props;
  const id = useId();
  const problem = useFieldProblem(field);
  const leave = () => {
    const tidied = tidy ? tidy(value) : value;
    if (tidied !== value) {
      onChange(tidied);
    }
    props.onLeave?.(tidied);
    problem.onLeave();
  };
  return (
    <TextField
      id={id}
      label={props.hideLabel ? undefined : shortLabel ?? label}
      value={value}
      onChange={event => onChange(event.target.value)}
      onBlur={leave}
      helperText={
        props.readOnly
          ? [problem.message, help].filter(Boolean).join(' ')
          : problem.message ?? help
      }
      error={problem.isError}
      multiline={rows !== undefined}
      minRows={rows}
      type={props.type ?? 'text'}
      placeholder={props.placeholder}
      size="small"
      fullWidth
      InputLabelProps={{ shrink: true, required: false }}
      inputProps={{
        'data-field': field,
        'aria-label': props.hideLabel || shortLabel ? label : undefined,
        'aria-required': props.required,
        readOnly: props.readOnly,
        maxLength: props.maxLength ?? FREE_TEXT_LIMIT,
        lang: props.lang,
      }}
    />
  );
}
