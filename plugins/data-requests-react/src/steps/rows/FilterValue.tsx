import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ColumnType,
  MartFilter,
} from '@suido/backstage-plugin-data-requests-common';
import { SelectInput, TextInput, TokenInput } from '../../fields';
import { dataRequestsReactTranslationRef } from '../../translation';
import { takesValues } from './filterOperators';

interface FilterValueProps {
  readonly field: string;
  readonly filter: MartFilter;
  readonly type: ColumnType;
  readonly onChange: (values: string[]) => void;
}

/** The values of a condition, in the form that the column's type asks for. */
export function FilterValue(props: FilterValueProps) {
  const { field, filter, type, onChange } = props;
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
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
  const value = filter.values[0] ?? '';
  const write = (text: string) => onChange(text === '' ? [] : [text]);
  if (type === 'boolean') {
    return (
      <SelectInput
        field={field}
        label={t('rows.filterValue')}
        value={value}
        options={[
          { value: 'true', label: t('panel.yes') },
          { value: 'false', label: t('panel.no') },
        ]}
        emptyLabel={t('meaning.choose')}
        onChange={write}
      />
    );
  }
  const isNumber = type === 'integer' || type === 'decimal';
  return (
    <TextInput
      field={field}
      label={t('rows.filterValue')}
      value={value}
      onChange={write}
      type={type === 'date' ? 'date' : 'text'}
      tidy={isNumber ? text => text.normalize('NFKC').trim() : undefined}
    />
  );
}
