import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import type {
  MartCalculation,
  MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { useState } from 'react';
import { SelectInput } from '../../../fields';
import {
  CALCULATION_KINDS,
  calculationType,
  startCalculation,
  type DerivedColumn,
  type MartColumnTypes,
} from '../../../mart';
import { useFormTexts } from '../../../translation';
import { CalculationFields } from './CalculationFields';

interface CalculationEditorProps {
  /** Path of the column in the spec. */
  readonly field: string;
  readonly column: DerivedColumn;
  readonly columns: readonly MartColumn[];
  readonly types: MartColumnTypes;
  readonly onChange: (column: MartColumn) => void;
}

/** A calculation: its kind, its places, and what it gives. */
export function CalculationEditor(props: CalculationEditorProps) {
  const { field, column, columns, types, onChange } = props;
  const { name, calculation } = column;
  const t = useFormTexts();
  const set = (changed: MartCalculation) =>
    onChange({ ...column, calculation: changed });
  const type = calculationType(calculation, types);
  // Going through the list by keyboard passes every kind on the way.
  const [left, setLeft] = useState<readonly MartCalculation[]>([]);
  const changeKind = (kind: MartCalculation['kind']) => {
    setLeft([
      ...left.filter(other => other.kind !== calculation.kind),
      calculation,
    ]);
    set(
      left.find(other => other.kind === kind) ??
        startCalculation(kind, columns, types, name),
    );
  };
  return (
    <Stack spacing={1.5}>
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        spacing={1}
        alignItems={{ sm: 'center' }}
      >
        <SelectInput
          field={`${field}.calculation.kind`}
          label={t('calc.kindOf', { name })}
          shortLabel={t('short.kind')}
          value={calculation.kind}
          options={CALCULATION_KINDS.map(kind => ({
            value: kind,
            label: t(`calcKind.${kind}`),
          }))}
          onChange={changeKind}
        />
        <Chip
          size="small"
          variant="outlined"
          label={
            type
              ? t('calc.result', { type: t(`columnType.${type}`) })
              : t('calc.resultOpen')
          }
          sx={{ maxWidth: '100%' }}
        />
      </Stack>
      <CalculationFields
        scope={{ field: `${field}.calculation`, name, columns, types }}
        value={calculation}
        onChange={set}
      />
    </Stack>
  );
}
