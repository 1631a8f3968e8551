import type {
  MartCalculation,
  MartChoice,
} from '@suido/backstage-plugin-data-requests-common';
import { isOrdered, type ValueType } from '../../sql/ValueType';
import { readFilterValue, type TypedLiteral } from '../readFilterValue';
import {
  done,
  type CalculationProblem,
  type CalculationReading,
} from './readCalculation';
import { readAlike, type ColumnTypes } from './readOperand';
import type { ResolvedChoice } from './ResolvedCalculation';

type Condition = Omit<ResolvedChoice, 'result'>;
interface ConditionReading {
  readonly condition?: Condition;
  readonly problems: readonly CalculationProblem[];
}

const ORDERING: readonly MartChoice['operator'][] = [
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
];
const WITHOUT_VALUE: readonly MartChoice['operator'][] = [
  'is-empty',
  'is-not-empty',
];

/** Reads a choice by rules: each condition by the type of its column. */
export function readChoices(
  { choices, otherwise }: Extract<MartCalculation, { kind: 'choose' }>,
  types: ColumnTypes,
): CalculationReading {
  if (choices.length === 0) {
    return { problems: [{ what: 'operands-missing', field: 'choices' }] };
  }
  const conditions = choices.map((choice, index) =>
    readCondition(choice, `choices.${index}`, types),
  );
  const results = readAlike(
    [
      ...choices.map(({ result }, index) => ({
        field: `choices.${index}.result`,
        operand: result,
      })),
      ...(otherwise ? [{ field: 'otherwise', operand: otherwise }] : []),
    ],
    'choices',
    types,
  );
  const problems = conditions.flatMap(reading => reading.problems);
  if (!results.type) {
    return { problems: [...problems, ...results.problems] };
  }
  if (problems.length > 0) {
    return { problems };
  }
  const resolved = conditions.flatMap(({ condition }, index) => {
    const result = results.operands[index];
    return condition && result ? [{ ...condition, result }] : [];
  });
  const last = results.operands[choices.length];
  return done(
    {
      kind: 'choose',
      choices: resolved,
      ...(last ? { otherwise: last } : {}),
    },
    results.type,
  );
}

function readCondition(
  { column, operator, value }: MartChoice,
  field: string,
  types: ColumnTypes,
): ConditionReading {
  const type = types(column);
  if (!type) {
    return { problems: [{ what: 'unknown', field: `${field}.column` }] };
  }
  const condition = {
    column: { kind: 'column', name: column, type },
    operator,
  } as const;
  if (WITHOUT_VALUE.includes(operator)) {
    return { condition, problems: [] };
  }
  if (ORDERING.includes(operator) && !isOrdered(type)) {
    return {
      problems: [
        { what: 'operator', field: `${field}.operator`, type: type.type },
      ],
    };
  }
  const literal = conditionValue(value, type);
  return literal
    ? { condition: { ...condition, value: literal }, problems: [] }
    : {
        problems: [
          value === ''
            ? { what: 'value-missing', field: `${field}.value` }
            : {
                what: 'value-invalid',
                field: `${field}.value`,
                value,
                type: type.type,
              },
        ],
      };
}

function conditionValue(
  value: string,
  type: ValueType,
): TypedLiteral | undefined {
  return value === '' ? undefined : readFilterValue(value, type);
}
