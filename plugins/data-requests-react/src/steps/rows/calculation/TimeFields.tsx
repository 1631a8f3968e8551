import Box from '@mui/material/Box';
import {
  TIME_PARTS,
  TIME_UNITS,
  type MartCalculation,
} from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../../fields';
import { useFormTexts } from '../../../translation';
import type { CalculationScope } from './CalculationScope';
import { OperandInput } from './OperandInput';

interface TimeBetweenFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'time-between' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** Two dates and the unit to count in. */
export function TimeBetweenFields(props: TimeBetweenFieldsProps) {
  const { scope, value, onChange } = props;
  const { name } = scope;
  const t = useFormTexts();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: {
          xs: '1fr',
          sm: 'minmax(7rem, 1fr) minmax(0, 2fr) minmax(0, 2fr)',
        },
      }}
    >
      <SelectInput
        field={`${scope.field}.unit`}
        label={t('calc.unitOf', { name })}
        shortLabel={t('short.unit')}
        value={value.unit}
        options={TIME_UNITS.map(unit => ({
          value: unit,
          label: t(`timeUnit.${unit}`),
        }))}
        onChange={unit => onChange({ ...value, unit })}
      />
      <OperandInput
        scope={scope}
        place="from"
        label={t('calc.fromOf', { name })}
        shortLabel={t('short.from')}
        need="time"
        literals={['date']}
        operand={value.from}
        onChange={from => onChange({ ...value, from })}
      />
      <OperandInput
        scope={scope}
        place="to"
        label={t('calc.toOf', { name })}
        shortLabel={t('short.to')}
        need="time"
        literals={['date']}
        operand={value.to}
        onChange={to => onChange({ ...value, to })}
      />
    </Box>
  );
}

interface TimePartFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'time-part' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** A date or time and the part of it. */
export function TimePartFields(props: TimePartFieldsProps) {
  const { scope, value, onChange } = props;
  const { name } = scope;
  const t = useFormTexts();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
      }}
    >
      <SelectInput
        field={`${scope.field}.part`}
        label={t('calc.timePartOf', { name })}
        shortLabel={t('short.timePart')}
        value={value.part}
        options={TIME_PARTS.map(part => ({
          value: part,
          label: t(`timePart.${part}`),
        }))}
        onChange={part => onChange({ ...value, part })}
      />
      <OperandInput
        scope={scope}
        place="of"
        label={t('calc.timeOf', { name })}
        shortLabel={t('short.time')}
        need={value.part === 'hour' ? 'clock' : 'time'}
        operand={value.of}
        onChange={of => onChange({ ...value, of })}
      />
    </Box>
  );
}
