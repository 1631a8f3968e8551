import type {
  MartColumn,
  MartOperand,
} from '@suido/backstage-plugin-data-requests-common';
import { MAX_DERIVED_LEVEL } from '../generator/derivedLevels';
import { shown } from '../generator/explanation/words';
import { isNumeric } from '../sql/ValueType';
import type { CheckContext, Finding } from './Rule';

/** What is wrong with a column that is computed from others. */
export function findInDerived(
  column: Extract<MartColumn, { role: 'derived' }>,
  field: string,
  { lookup }: CheckContext,
): readonly Finding[] {
  const name = shown(column.name);
  const operands = [
    [column.left, `${field}.left`],
    [column.right, `${field}.right`],
  ] as const;
  const findings = operands.flatMap(([operand, operandField]) =>
    findInOperand(operand, column.name, operandField, lookup),
  );
  if (findings.length > 0) {
    return findings;
  }
  const level = lookup.level(column.name);
  if (level === undefined) {
    return [
      {
        rule: 'derived-cycle',
        field,
        message: {
          en: `"${name}" is computed, over other columns, from itself. Let one of them start from a column of a dataset.`,
          ja: `「${name}」は、ほかの列を通じて自分自身から計算されています。いずれかをデータセットの列から始めてください。`,
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
          en: `"${name}" needs more than ${MAX_DERIVED_LEVEL} steps of arithmetic on top of each other. Shorten the chain.`,
          ja: `「${name}」の計算が ${MAX_DERIVED_LEVEL} 段を超えています。段数を減らしてください。`,
        },
      },
    ];
  }
  return column.operation === 'divide' &&
    column.right.kind === 'number' &&
    column.right.value === 0
    ? [
        {
          rule: 'derived-division-by-zero',
          field: `${field}.right`,
          message: {
            en: `"${name}" divides by zero and would always be empty. Choose another divisor.`,
            ja: `「${name}」は 0 で割るため、常に空になります。割る数を変えてください。`,
          },
        },
      ]
    : [];
}

function findInOperand(
  operand: MartOperand,
  column: string,
  field: string,
  lookup: CheckContext['lookup'],
): readonly Finding[] {
  if (operand.kind === 'number') {
    return [];
  }
  const name = shown(operand.name);
  if (operand.name === column && column !== '') {
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
  if (!lookup.martColumn(operand.name)) {
    return [
      {
        rule: 'derived-operand-unknown',
        field,
        message:
          name === ''
            ? {
                en: 'Choose a column of the mart, or give a number.',
                ja: 'マートの列を選ぶか、数値を入力してください。',
              }
            : {
                en: `The mart has no column "${name}". Choose one of its columns, or give a number.`,
                ja: `マートに列「${name}」はありません。列を選び直すか、数値を入力してください。`,
              },
      },
    ];
  }
  const type = lookup.martColumnType(operand.name);
  return type && !isNumeric(type)
    ? [
        {
          rule: 'derived-operand-type',
          field,
          message: {
            en: `"${name}" holds ${type.type} values; one can only calculate with numbers.`,
            ja: `「${name}」（${type.type}）は計算に使えません。数値の列を選んでください。`,
          },
        },
      ]
    : [];
}
