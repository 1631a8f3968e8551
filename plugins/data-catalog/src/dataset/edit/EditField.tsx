import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { dataCatalogTranslationRef } from '../../translation/ref';
import type { Draft } from './draft';
import type { useEdit } from './useEdit';

interface EditFieldProps {
  readonly edit: ReturnType<typeof useEdit>;
  readonly field: keyof Draft;
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly maxLength: number;
  readonly lang?: string;
  /** Id of a list of values that are offered. */
  readonly list?: string;
  /** What is wrong with what is typed. */
  readonly problem?: string;
}

/** One field of the form, with what others wrote into it meanwhile. */
export function EditField(props: EditFieldProps) {
  const { edit, field, label, help, rows, maxLength, problem } = props;
  const { t } = useTranslationRef(dataCatalogTranslationRef);
  const id = useId();
  const meanwhile = edit.writtenMeanwhile(field);
  return (
    <TextField
      id={id}
      label={label}
      value={edit.values[field]}
      onChange={event => edit.write(field, event.target.value)}
      multiline={rows !== undefined}
      minRows={rows}
      size="small"
      fullWidth
      error={problem !== undefined}
      helperText={
        problem ??
        (meanwhile === undefined
          ? help
          : t('edit.meanwhile', { text: meanwhile || t('edit.nothing') }))
      }
      InputLabelProps={{ shrink: true }}
      inputProps={{
        maxLength,
        lang: props.lang,
        list: props.list,
        'data-field': field,
      }}
    />
  );
}
