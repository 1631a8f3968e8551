import type {
  ColumnType,
  MartFilter,
} from '@suido/backstage-plugin-data-requests-common';
import { TokenInput } from '../../fields';
import { useFormTexts } from '../../translation';
import { takesValues } from './comparisons';
import { TypedValue } from './TypedValue';

interface FilterValueProps {
  readonly field: string;
  readonly filter: MartFilter;
  readonly type: ColumnType;
  readonly onChange: (values: string[]) => void;
}

/** The values of a condition: none, one, or several. */
export function FilterValue(props: FilterValueProps) {
  const { field, filter, type, onChange } = props;
  const t = useFormTexts();
  const count = takesValues(filter.operator);
  if (count === 0) {
    return <span />;
  }
  if (count > 1) {
    return (
      <TokenInput
        field={field}
        label={t('rows.filterValues')}
        values={filter.values}
        onChange={onChange}
      />
    );
  }
  return (
    <TypedValue
      field={field}
      label={t('rows.filterValue')}
      type={type}
      value={filter.values[0] ?? ''}
      onChange={text => onChange(text === '' ? [] : [text])}
    />
  );
}
