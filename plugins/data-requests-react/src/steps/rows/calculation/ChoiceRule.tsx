import Box from '@mui/material/Box';
import type { MartChoice } from '@suido/backstage-plugin-data-requests-common';
import { SelectInput } from '../../../fields';
import { operandChoices, type OperandNeed } from '../../../mart';
import { useFormTexts } from '../../../translation';
import { comparisonLabel, conditionsFor, takesValues } from '../comparisons';
import { TypedValue } from '../TypedValue';
import { comparedType, type CalculationScope } from './CalculationScope';
import { choiceLabel, OperandInput } from './OperandInput';

interface ChoiceRuleProps {
  readonly scope: CalculationScope;
  readonly index: number;
  /** Accessible name of the rule. */
  readonly name: string;
  readonly choice: MartChoice;
  /** What its result must go together with. */
  readonly need: OperandNeed;
  readonly onChange: (choice: MartChoice) => void;
}

/** A column, a comparison, a value, and what it is then. */
export function ChoiceRule(props: ChoiceRuleProps) {
  const { scope, index, name, choice, need, onChange } = props;
  const t = useFormTexts();
  const field = `${scope.field}.choices.${index}`;
  const type = comparedType(scope, choice.column);
  const columns = operandChoices(scope.columns, scope.types, {
    of: scope.name,
    need: 'any',
  });
  return (
    <Box
      role="group"
      aria-label={name}
      data-field={field}
      sx={{
        pl: 1.5,
        py: 0.5,
        borderLeft: 2,
        borderColor: 'divider',
        display: 'grid',
        gap: 1,
        alignItems: 'start',
        gridTemplateColumns: {
          xs: '1fr',
          sm: 'repeat(2, minmax(0, 1fr))',
          xl: 'repeat(4, minmax(0, 1fr))',
        },
      }}
    >
      <SelectInput
        field={`${field}.column`}
        label={t('calc.ruleColumn')}
        value={choice.column}
        emptyLabel={t('data.pick')}
        options={columns.map(column => ({
          value: column.name,
          label: choiceLabel(t, column),
          disabled: column.refusal !== undefined,
        }))}
        onChange={column =>
          onChange({ ...choice, ...comparable(choice, column) })
        }
      />
      <SelectInput
        field={`${field}.operator`}
        label={t('calc.ruleOperator')}
        value={choice.operator}
        options={conditionsFor(type).map(operator => ({
          value: operator,
          label: comparisonLabel(t, operator, type),
        }))}
        onChange={operator =>
          onChange({
            ...choice,
            operator,
            value: takesValues(operator) === 0 ? '' : choice.value,
          })
        }
      />
      {takesValues(choice.operator) > 0 ? (
        <TypedValue
          field={`${field}.value`}
          label={t('calc.ruleValue')}
          type={type}
          value={choice.value}
          onChange={value => onChange({ ...choice, value })}
        />
      ) : (
        <span />
      )}
      <OperandInput
        scope={scope}
        place={`choices.${index}.result`}
        label={t('calc.ruleResult')}
        shortLabel={t('calc.ruleResult')}
        need={need}
        literals={['number', 'text']}
        operand={choice.result}
        onChange={result => onChange({ ...choice, result })}
      />
    </Box>
  );

  /** A comparison goes along to a column that has it too. */
  function comparable(from: MartChoice, column: string) {
    const fitting = conditionsFor(comparedType(scope, column));
    const isSameType =
      comparedType(scope, column) === comparedType(scope, from.column);
    return {
      column,
      operator: fitting.includes(from.operator)
        ? from.operator
        : ('equals' as const),
      value: isSameType ? from.value : '',
    };
  }
}
