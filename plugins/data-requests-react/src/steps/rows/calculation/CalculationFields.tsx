import type { MartCalculation } from '@suido/backstage-plugin-data-requests-common';
import { ArithmeticFields } from './ArithmeticFields';
import type { CalculationScope } from './CalculationScope';
import { ChooseFields } from './ChooseFields';
import { FirstPresentFields, JoinTextFields } from './OperandListFields';
import { RoundFields } from './RoundFields';
import { TimeBetweenFields, TimePartFields } from './TimeFields';

interface CalculationFieldsProps {
  readonly scope: CalculationScope;
  readonly value: MartCalculation;
  readonly onChange: (value: MartCalculation) => void;
}

/** The fields of a kind of calculation. */
export function CalculationFields(props: CalculationFieldsProps) {
  const { value } = props;
  switch (value.kind) {
    case 'arithmetic':
      return <ArithmeticFields {...props} value={value} />;
    case 'round':
      return <RoundFields {...props} value={value} />;
    case 'first-present':
      return <FirstPresentFields {...props} value={value} />;
    case 'join-text':
      return <JoinTextFields {...props} value={value} />;
    case 'choose':
      return <ChooseFields {...props} value={value} />;
    case 'time-between':
      return <TimeBetweenFields {...props} value={value} />;
    default:
      return <TimePartFields {...props} value={value} />;
  }
}
