import type {
  MartCalculation,
  MartChoice,
} from '@suido/backstage-plugin-data-requests-common';
import { FieldGroup } from '../../../fields';
import { needAfter, newChoice } from '../../../mart';
import { useFormTexts } from '../../../translation';
import type { CalculationScope } from './CalculationScope';
import { ChoiceRule } from './ChoiceRule';
import { OperandInput } from './OperandInput';
import { OrderedItems } from './OrderedItems';

const MOST_CHOICES = 20;

interface ChooseFieldsProps {
  readonly scope: CalculationScope;
  readonly value: Extract<MartCalculation, { kind: 'choose' }>;
  readonly onChange: (value: MartCalculation) => void;
}

/** Rules in their order, and what holds where none of them does. */
export function ChooseFields({ scope, value, onChange }: ChooseFieldsProps) {
  const { name, types } = scope;
  const t = useFormTexts();
  const { choices, otherwise, ...rest } = value;
  const set = (next: MartChoice[]) => onChange({ ...value, choices: next });
  const nameOf = (index: number) =>
    t('calc.ruleOf', { name, number: String(index + 1) });
  const results = choices.map(choice => choice.result);
  return (
    <FieldGroup
      field={`${scope.field}.choices`}
      title={t('calc.rulesOf', { name })}
      help={t('calc.rulesHelp')}
    >
      <OrderedItems
        items={choices}
        onChange={set}
        nameOf={nameOf}
        addLabel={t('calc.addRule')}
        onAdd={() =>
          set([
            ...choices,
            choices.at(-1) ?? newChoice({ kind: 'column', name: '' }),
          ])
        }
        most={MOST_CHOICES}
      >
        {(choice, index) => (
          <ChoiceRule
            scope={scope}
            index={index}
            name={nameOf(index)}
            choice={choice}
            need={needAfter(results.slice(0, index), types)}
            onChange={changed => set(choices.with(index, changed))}
          />
        )}
      </OrderedItems>
      <OperandInput
        scope={scope}
        place="otherwise"
        label={t('calc.otherwiseOf', { name })}
        shortLabel={t('calc.otherwiseOf', { name })}
        need={needAfter(results, types)}
        literals={['number', 'text']}
        operand={otherwise}
        onChange={changed => onChange({ ...value, otherwise: changed })}
        onEmpty={() => onChange({ ...rest, choices })}
      />
    </FieldGroup>
  );
}
