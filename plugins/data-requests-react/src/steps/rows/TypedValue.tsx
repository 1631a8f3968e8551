import type { ColumnType } from '@suido/backstage-plugin-data-requests-common';
import { SelectInput, TextInput } from '../../fields';
import { isNumber } from '../../mart';
import { useFormTexts } from '../../translation';

interface TypedValueProps {
  /** Path in the spec. */
  readonly field: string;
  readonly label: string;
  /** Type of the column that the value is compared with. */
  readonly type: ColumnType;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A value to compare with, in the form that a column's type asks for. */
export function TypedValue(props: TypedValueProps) {
  const { field, label, type, value, onChange } = props;
  const t = useFormTexts();
  if (type === 'boolean') {
    return (
      <SelectInput
        field={field}
        label={label}
        value={value}
        options={[
          { value: 'true', label: t('panel.yes') },
          { value: 'false', label: t('panel.no') },
        ]}
        emptyLabel={t('meaning.choose')}
        onChange={onChange}
      />
    );
  }
  return (
    <TextInput
      field={field}
      label={label}
      value={value}
      onChange={onChange}
      type={type === 'date' ? 'date' : 'text'}
      tidy={isNumber(type) ? text => text.normalize('NFKC').trim() : undefined}
    />
  );
}
