import { isDeepStrictEqual } from 'node:util';
import { shown } from '../generator/explanation/words';
import {
  typeOfOperand,
  type ResolvedCalculation,
  type ResolvedChoice,
} from '../generator/calculation/ResolvedCalculation';
import type { Finding } from './Rule';

/** What can be made, but hardly is what the author meant. */
export function calculationAdvice(
  calculation: ResolvedCalculation,
  column: string,
  field: string,
): readonly Finding[] {
  const name = shown(column);
  if (calculation.kind === 'round') {
    const { type, scale } = typeOfOperand(calculation.of);
    const digits = type === 'integer' ? 0 : scale;
    return digits !== undefined && calculation.digits >= digits
      ? [
          {
            rule: 'derived-digits',
            field: `${field}.digits`,
            severity: 'warning',
            message: {
              en: `"${name}" rounds to as many digits as there are, so nothing changes. Choose fewer digits.`,
              ja: `「${name}」は元の値と同じ桁数に丸めるため、何も変わりません。桁数を減らしてください。`,
            },
          },
        ]
      : [];
  }
  return calculation.kind === 'choose'
    ? unreachable(calculation, name, field)
    : [];
}

function unreachable(
  {
    choices,
    otherwise,
  }: Extract<ResolvedCalculation, { readonly kind: 'choose' }>,
  name: string,
  field: string,
): readonly Finding[] {
  const finding = (line: string): Finding => ({
    rule: 'derived-choice-unreachable',
    field: `${field}.${line}`,
    severity: 'warning',
    message: {
      en: `This line of "${name}" is never reached: the lines above it catch every row. Remove it, or move it up.`,
      ja: `「${name}」のこの行には到達しません。上の行ですべて決まるためです。削除するか、上に移してください。`,
    },
  });
  const all = choices.findIndex((choice, index) =>
    choices.slice(0, index).some(earlier => areOpposite(earlier, choice)),
  );
  const repeated = choices.flatMap((choice, index) =>
    choices.slice(0, index).some(earlier => isSameCondition(earlier, choice)) ||
    (all !== -1 && index > all)
      ? [finding(`choices.${index}`)]
      : [],
  );
  return all !== -1 && otherwise
    ? [...repeated, finding('otherwise')]
    : repeated;
}

const OPPOSITES: readonly (readonly ResolvedChoice['operator'][])[] = [
  ['is-empty', 'is-not-empty'],
  ['equals', 'not-equals'],
];

/** Whether one of the two holds for every row. */
function areOpposite(one: ResolvedChoice, other: ResolvedChoice): boolean {
  return (
    one.column.name === other.column.name &&
    isDeepStrictEqual(one.value, other.value) &&
    one.operator !== other.operator &&
    OPPOSITES.some(
      pair => pair.includes(one.operator) && pair.includes(other.operator),
    )
  );
}

function isSameCondition(one: ResolvedChoice, other: ResolvedChoice): boolean {
  return (
    one.column.name === other.column.name &&
    one.operator === other.operator &&
    isDeepStrictEqual(one.value, other.value)
  );
}
