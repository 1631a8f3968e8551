import type {
  MartCalculation,
  MartColumn,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import type { MartColumnTypes } from '../mart';
import type { FormTexts } from '../translation';
import { conditionWords, joined } from './conditionWords';
import { shown } from './shown';

const SIGNS = {
  add: '+',
  subtract: '−',
  multiply: '×',
  divide: '÷',
} as const;

/** What the words need to know of the mart around a calculation. */
export interface CalculationContext {
  readonly columns: readonly MartColumn[];
  readonly types: MartColumnTypes;
}

/** What is calculated, such as “net_amount ÷ orders, rounded to 2 digits”. */
export function calculationWords(
  t: FormTexts,
  calculation: MartCalculation,
  context: CalculationContext,
): string {
  const words = (operand: MartOperand) => operandWords(t, operand);
  switch (calculation.kind) {
    case 'arithmetic':
      return arithmeticWords(t, calculation);
    case 'round':
      return roundWords(
        t,
        calculation.digits,
        roundedWords(t, calculation.of, context),
      );
    case 'first-present':
      return t('words.firstPresent', {
        operands: listWords(t, calculation.operands.map(words)),
      });
    case 'join-text':
      return t('words.joinText', {
        parts: calculation.parts.map(words).join(' + ') || '…',
      });
    case 'choose':
      return chooseWords(t, calculation, context);
    case 'time-between':
      return t(`timeBetween.${calculation.unit}`, {
        from: words(calculation.from),
        to: words(calculation.to),
      });
    default:
      return t(`timePartOf.${calculation.part}`, { of: words(calculation.of) });
  }
}

function arithmeticWords(
  t: FormTexts,
  { operation, left, right }: Extract<MartCalculation, { kind: 'arithmetic' }>,
): string {
  return `${operandWords(t, left)} ${SIGNS[operation]} ${operandWords(
    t,
    right,
  )}`;
}

/** Rounding is most often of a calculation made for it: that one is spelt out. */
function roundedWords(
  t: FormTexts,
  operand: MartOperand,
  { columns }: CalculationContext,
): string {
  const of =
    operand.kind === 'column'
      ? columns.find(column => column.name === operand.name)
      : undefined;
  return of?.role === 'derived' && of.calculation.kind === 'arithmetic'
    ? arithmeticWords(t, of.calculation)
    : operandWords(t, operand);
}

function roundWords(t: FormTexts, digits: number, of: string): string {
  if (digits > 0) {
    return t('words.roundDigits', { of, count: digits });
  }
  return digits === 0
    ? t('words.roundWhole', { of })
    : t('words.roundSteps', { of, step: `1${'0'.repeat(-digits)}` });
}

function chooseWords(
  t: FormTexts,
  { choices, otherwise }: Extract<MartCalculation, { kind: 'choose' }>,
  { types }: CalculationContext,
): string {
  const rules = choices.map(({ column, operator, value, result }) =>
    t('words.choice', {
      result: operandWords(t, result),
      condition: conditionWords(t, {
        column,
        operator,
        values: value === '' ? [] : [value],
        type: types.get(column),
      }),
    }),
  );
  return [
    ...rules,
    otherwise
      ? t('words.otherwise', { result: operandWords(t, otherwise) })
      : t('words.otherwiseEmpty'),
  ].join(t('words.semicolon'));
}

function operandWords(t: FormTexts, operand: MartOperand): string {
  switch (operand.kind) {
    case 'column':
      return shown(operand.name);
    case 'number':
      return String(operand.value);
    default:
      return t('words.quoted', { text: shown(operand.value) });
  }
}

function listWords(t: FormTexts, items: readonly string[]): string {
  return items.length > 0 ? joined(t, 'and', items) : '…';
}
