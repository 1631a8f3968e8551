import type {
  ResolvedCalculation,
  ResolvedChoice,
} from '../generator/calculation/ResolvedCalculation';
import { printCondition } from './printCondition';
import { INDENT, isLong, needsCast, printOperand } from './printOperand';
import type { SqlDialect } from './SqlDialect';
import type { ValueType } from './ValueType';

/** A choice by rules as a `case`, cast where its results are of other types. */
export function printChoice(
  {
    choices,
    otherwise,
  }: Extract<ResolvedCalculation, { readonly kind: 'choose' }>,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const results = [
    ...choices.map(({ result }) => result),
    ...(otherwise ? [otherwise] : []),
  ];
  const isCast = needsCast(results, type);
  const outer = isCast ? indent + INDENT : indent;
  const inner = outer + INDENT;
  const lines = [
    'case',
    ...choices.map(choice => inner + whenThen(choice, dialect, inner)),
    ...(otherwise ? [`${inner}else ${printOperand(otherwise, dialect)}`] : []),
    `${outer}end`,
  ];
  return isCast
    ? `cast(\n${outer}${lines.join('\n')} as ${dialect.typeName(
        type,
      )}\n${indent})`
    : lines.join('\n');
}

function whenThen(
  { column, operator, value, result }: ResolvedChoice,
  dialect: SqlDialect,
  indent: string,
): string {
  const condition = printCondition(
    {
      expression: dialect.identifier(column.name),
      isText: column.type.type === 'text',
      operator,
      values: value ? [value] : [],
    },
    dialect,
    indent,
  );
  const [when, then] = [
    `when ${condition}`,
    `then ${printOperand(result, dialect)}`,
  ];
  const [lastLine] = when.split('\n').slice(-1);
  const isOneLine = !when.includes('\n');
  return isLong(`${lastLine} ${then}`, isOneLine ? indent : '')
    ? `${when}\n${indent}${INDENT}${then}`
    : `${when} ${then}`;
}
