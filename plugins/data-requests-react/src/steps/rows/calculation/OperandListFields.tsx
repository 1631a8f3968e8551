import type {
  MartCalculation,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import { needAfter } from '../../../mart';
import { useFormTexts } from '../../../translation';
import type { CalculationScope } from './CalculationScope';
import { OperandInput } from './OperandInput';
import { OrderedItems } from './OrderedItems';

const MOST_OPERANDS = 8;
const MOST_PARTS = 12;

interface FirstPresentFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'first-present' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** Values of one type, in the order in which they are tried. */
export function FirstPresentFields(props: FirstPresentFieldsProps) {
  const { scope, value, onChange } = props;
  const { name, types } = scope;
  const t = useFormTexts();
  const { operands } = value;
  const set = (next: MartOperand[]) => onChange({ ...value, operands: next });
  const nameOf = (index: number) =>
    t('calc.operandOf', { name, number: String(index + 1) });
  return (
    <OrderedItems
      items={operands}
      onChange={set}
      nameOf={nameOf}
      addLabel={t('calc.addOperand')}
      onAdd={() => set([...operands, { kind: 'column', name: '' }])}
      most={MOST_OPERANDS}
    >
      {(operand, index) => (
        <OperandInput
          scope={scope}
          place={`operands.${index}`}
          label={nameOf(index)}
          shortLabel={t('short.operand', { number: String(index + 1) })}
          need={needAfter(operands.slice(0, index), types)}
          literals={['number', 'text']}
          operand={operand}
          onChange={changed => set(operands.with(index, changed))}
        />
      )}
    </OrderedItems>
  );
}

interface JoinTextFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'join-text' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** Texts, in the order in which they are put together. */
export function JoinTextFields(props: JoinTextFieldsProps) {
  const { scope, value, onChange } = props;
  const { name } = scope;
  const t = useFormTexts();
  const { parts } = value;
  const set = (next: MartOperand[]) => onChange({ ...value, parts: next });
  const nameOf = (index: number) =>
    t('calc.partOf', { name, number: String(index + 1) });
  return (
    <OrderedItems
      items={parts}
      onChange={set}
      nameOf={nameOf}
      addLabel={t('calc.addPart')}
      onAdd={() => set([...parts, { kind: 'text', value: '' }])}
      most={MOST_PARTS}
    >
      {(part, index) => (
        <OperandInput
          scope={scope}
          place={`parts.${index}`}
          label={nameOf(index)}
          shortLabel={t('short.part', { number: String(index + 1) })}
          need="part"
          literals={['text', 'number']}
          operand={part}
          onChange={changed => set(parts.with(index, changed))}
        />
      )}
    </OrderedItems>
  );
}
