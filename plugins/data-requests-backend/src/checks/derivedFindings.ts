import {
  operandsOf,
  type MartColumn,
} from '@suido/backstage-plugin-data-requests-common';
import { MAX_DERIVED_LEVEL } from '../generator/derivedLevels';
import { shown } from '../generator/explanation/words';
import { calculationAdvice } from './calculationAdvice';
import { calculationFinding } from './calculationFinding';
import type { CheckContext, Finding } from './Rule';

/** What is wrong with a column that is calculated from others. */
export function findInDerived(
  { name, calculation }: Extract<MartColumn, { role: 'derived' }>,
  columnField: string,
  { lookup }: CheckContext,
): readonly Finding[] {
  const field = `${columnField}.calculation`;
  const missing = operandsOf(calculation).flatMap(
    ({ operand, field: operandField }) =>
      operand.kind === 'column'
        ? findInName(operand.name, name, `${field}.${operandField}`, lookup)
        : [],
  );
  if (missing.length > 0) {
    return missing;
  }
  const level = lookup.level(name);
  if (level === undefined) {
    return [
      {
        rule: 'derived-cycle',
        field,
        message: {
          en: `"${shown(
            name,
          )}" is computed, over other columns, from itself. Let one of them start from a column of a dataset.`,
          ja: `「${shown(
            name,
          )}」は、ほかの列を通じて自分自身から計算されています。いずれかをデータセットの列から始めてください。`,
        },
      },
    ];
  }
  if (level > MAX_DERIVED_LEVEL) {
    return [
      {
        rule: 'derived-too-deep',
        field,
        message: {
          en: `"${shown(
            name,
          )}" needs more than ${MAX_DERIVED_LEVEL} calculations on top of each other. Shorten the chain.`,
          ja: `「${shown(
            name,
          )}」の計算が ${MAX_DERIVED_LEVEL} 段を超えています。段数を減らしてください。`,
        },
      },
    ];
  }
  const reading = lookup.calculation(calculation);
  return 'calculation' in reading
    ? calculationAdvice(reading.calculation, name, field)
    : reading.problems.flatMap(
        problem => calculationFinding(problem, name, field) ?? [],
      );
}

function findInName(
  operand: string,
  column: string,
  field: string,
  lookup: CheckContext['lookup'],
): readonly Finding[] {
  const name = shown(operand);
  if (operand === column && column !== '') {
    return [
      {
        rule: 'derived-self',
        field,
        message: {
          en: `"${name}" cannot be computed from itself. Choose another column.`,
          ja: `「${name}」を自分自身から計算することはできません。別の列を選んでください。`,
        },
      },
    ];
  }
  return lookup.martColumn(operand)
    ? []
    : [
        {
          rule: 'derived-operand-unknown',
          field,
          message:
            name === ''
              ? {
                  en: 'Choose a column of the mart, or give a value.',
                  ja: 'マートの列を選ぶか、値を入力してください。',
                }
              : {
                  en: `The mart has no column "${name}". Choose one of its columns, or give a value.`,
                  ja: `マートに列「${name}」はありません。列を選び直すか、値を入力してください。`,
                },
        },
      ];
}
