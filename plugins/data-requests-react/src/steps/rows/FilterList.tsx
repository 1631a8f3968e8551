import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup } from '../../fields';
import type { ResolvedSource } from '../../mart';
import { dataRequestsReactTranslationRef } from '../../translation';
import { FilterRow } from './FilterRow';

interface FilterListProps {
  readonly value: MartSpec;
  readonly onChange: (value: MartSpec) => void;
  readonly sources: readonly ResolvedSource[];
}

/** The conditions that every row must meet, in words. */
export function FilterList({ value, onChange, sources }: FilterListProps) {
  const { t } = useTranslationRef(dataRequestsReactTranslationRef);
  const { filters } = value;
  const set = (next: MartSpec['filters']) =>
    onChange({ ...value, filters: next });
  return (
    <FieldGroup
      field="filters"
      title={t('rows.filters')}
      help={t('rows.filtersHelp')}
    >
      {filters.map((filter, index) => (
        <FilterRow
          key={index}
          field={`filters.${index}`}
          filter={filter}
          sources={sources}
          onChange={changed => set(filters.with(index, changed))}
          onRemove={() => set(filters.toSpliced(index, 1))}
        />
      ))}
      <Button
        size="small"
        variant="outlined"
        sx={{ alignSelf: 'flex-start' }}
        onClick={() =>
          set([
            ...filters,
            {
              source: sources[0].alias,
              column: sources[0].dataset?.columns[0]?.name ?? '',
              operator: 'equals',
              values: [],
            },
          ])
        }
      >
        {t('rows.addFilter')}
      </Button>
    </FieldGroup>
  );
}
