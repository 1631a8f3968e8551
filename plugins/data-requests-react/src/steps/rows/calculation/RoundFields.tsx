import Box from '@mui/material/Box';
import type { MartCalculation } from '@suido/backstage-plugin-data-requests-common';
import { useFormTexts } from '../../../translation';
import { NumberInput } from '../NumberInput';
import type { CalculationScope } from './CalculationScope';
import { OperandInput } from './OperandInput';

const MOST_DIGITS = 9;

interface RoundFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'round' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** A number and how exact it stays. */
export function RoundFields({ scope, value, onChange }: RoundFieldsProps) {
  const { name } = scope;
  const t = useFormTexts();
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: {
          xs: '1fr',
          sm: 'minmax(0, 2fr) minmax(10rem, 1fr)',
        },
      }}
    >
      <OperandInput
        scope={scope}
        place="of"
        label={t('calc.roundedOf', { name })}
        shortLabel={t('short.rounded')}
        need="number"
        operand={value.of}
        onChange={of => onChange({ ...value, of })}
      />
      <NumberInput
        field={`${scope.field}.digits`}
        label={t('calc.digitsOf', { name })}
        shortLabel={t('short.digits')}
        help={t('calc.digitsHelp')}
        value={value.digits}
        least={-MOST_DIGITS}
        most={MOST_DIGITS}
        isWhole
        onChange={digits => onChange({ ...value, digits })}
      />
    </Box>
  );
}
