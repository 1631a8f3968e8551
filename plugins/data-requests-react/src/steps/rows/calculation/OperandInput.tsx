import Box from '@mui/material/Box';
import type { MartOperand } from '@suido/backstage-plugin-data-requests-common';
import { SelectInput, TextInput } from '../../../fields';
import {
  operandChoices,
  type OperandChoice,
  type OperandNeed,
} from '../../../mart';
import { useFormTexts, type FormTexts } from '../../../translation';
import { NumberInput } from '../NumberInput';
import type { CalculationScope } from './CalculationScope';

// No column can have these names, so they can stand for literals in the list.
const NUMBER_CHOICE = '#number';
const TEXT_CHOICE = '#text';
const DATE_CHOICE = '#date';
const EMPTY_CHOICE = '#empty';

interface OperandInputProps {
  readonly scope: CalculationScope;
  /** Path of the operand below the calculation. */
  readonly place: string;
  readonly label: string;
  readonly shortLabel: string;
  /** What may stand here. */
  readonly need: OperandNeed;
  /** What may be typed here besides the columns; a date is kept as its text. */
  readonly literals?: readonly ('number' | 'text' | 'date')[];
  /** Absent where the place is left empty. */
  readonly operand: MartOperand | undefined;
  readonly onChange: (operand: MartOperand) => void;
  /** Called where the place is emptied; without it, it cannot be. */
  readonly onEmpty?: () => void;
}

/**
 * A column, a number or a text. Columns of another type stay in the list,
 * disabled and with the reason, so that nobody looks for them in vain.
 */
export function OperandInput(props: OperandInputProps) {
  const { scope, place, label, need, operand, onChange, onEmpty } = props;
  const { literals = [] } = props;
  const t = useFormTexts();
  const field = `${scope.field}.${place}`;
  const choices = operandChoices(scope.columns, scope.types, {
    of: scope.name,
    need,
  });
  const isDate = literals.includes('date');
  const choose = (chosen: string) => {
    switch (chosen) {
      case EMPTY_CHOICE:
        return onEmpty?.();
      case NUMBER_CHOICE:
        return onChange({ kind: 'number', value: 1 });
      case TEXT_CHOICE:
      case DATE_CHOICE:
        return onChange({ kind: 'text', value: '' });
      default:
        return onChange({ kind: 'column', name: chosen });
    }
  };
  return (
    <Box>
      <SelectInput
        field={field}
        label={label}
        shortLabel={props.shortLabel}
        value={valueOf(operand, isDate)}
        emptyLabel={t('data.pick')}
        options={[
          ...choices.map(choice => ({
            value: choice.name,
            label:
              need === 'any' || choice.refusal
                ? choiceLabel(t, choice)
                : choice.name,
            disabled: choice.refusal !== undefined,
          })),
          ...(literals.includes('number')
            ? [{ value: NUMBER_CHOICE, label: t('rows.aNumber') }]
            : []),
          ...(literals.includes('text')
            ? [{ value: TEXT_CHOICE, label: t('calc.aText') }]
            : []),
          ...(isDate ? [{ value: DATE_CHOICE, label: t('calc.aDate') }] : []),
          ...(onEmpty ? [{ value: EMPTY_CHOICE, label: t('calc.empty') }] : []),
        ]}
        onChange={choose}
      />
      {operand && operand.kind !== 'column' && (
        <Box sx={{ mt: 1 }}>
          {operand.kind === 'number' ? (
            <NumberInput
              field={`${field}.value`}
              label={t('calc.numberOf', { place: label })}
              shortLabel={t('short.number')}
              value={operand.value}
              onChange={value => onChange({ kind: 'number', value })}
            />
          ) : (
            <TextInput
              field={`${field}.value`}
              label={t(isDate ? 'calc.dateOf' : 'calc.textOf', {
                place: label,
              })}
              shortLabel={t(isDate ? 'short.date' : 'short.text')}
              type={isDate ? 'date' : 'text'}
              value={operand.value}
              onChange={value => onChange({ kind: 'text', value })}
            />
          )}
        </Box>
      )}
    </Box>
  );
}

function valueOf(operand: MartOperand | undefined, isDate: boolean): string {
  switch (operand?.kind) {
    case 'column':
      return operand.name;
    case 'number':
      return NUMBER_CHOICE;
    case 'text':
      return isDate ? DATE_CHOICE : TEXT_CHOICE;
    default:
      return EMPTY_CHOICE;
  }
}

/** A column with its type, or with the reason why it does not fit. */
export function choiceLabel(
  t: FormTexts,
  { name, type, refusal }: OperandChoice,
): string {
  if (refusal) {
    return t('calc.option', { name, note: t(`refusal.${refusal}`) });
  }
  return type
    ? t('calc.option', { name, note: t(`columnType.${type}`) })
    : t('calc.optionOpen', { name });
}
