import Box from '@mui/material/Box';
import {
  ARITHMETIC_OPERATIONS,
  type MartCalculation,
} from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../../fields';
import { useFormTexts } from '../../../translation';
import type { CalculationScope } from './CalculationScope';
import { OperandInput } from './OperandInput';

interface ArithmeticFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'arithmetic' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** One side, an operation, the other side. */
export function ArithmeticFields(props: ArithmeticFieldsProps) {
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
          sm: 'minmax(0, 1fr) 9.5rem minmax(0, 1fr)',
        },
      }}
    >
      <OperandInput
        scope={scope}
        place="left"
        label={t('rows.leftOf', { name })}
        shortLabel={t('short.left')}
        need="number"
        literals={['number']}
        operand={value.left}
        onChange={left => onChange({ ...value, left })}
      />
      <SelectInput
        field={`${scope.field}.operation`}
        label={t('rows.operationOf', { name })}
        shortLabel={t('short.operation')}
        value={value.operation}
        options={ARITHMETIC_OPERATIONS.map(operation => ({
          value: operation,
          label: t(`operation.${operation}`),
        }))}
        onChange={operation => onChange({ ...value, operation })}
      />
      <OperandInput
        scope={scope}
        place="right"
        label={t('rows.rightOf', { name })}
        shortLabel={t('short.right')}
        need="number"
        literals={['number']}
        operand={value.right}
        onChange={right => onChange({ ...value, right })}
      />
    </Box>
  );
}
