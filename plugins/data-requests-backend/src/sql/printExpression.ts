import type {
  MartExpression,
  ResolvedColumn,
  ResolvedFilter,
  SourceColumn,
} from '../generator/ResolvedMart';
import { printCalculation } from './printCalculation';
import { printCondition } from './printCondition';
import type { SqlDialect } from './SqlDialect';
import { FLOATING, TEXT } from './ValueType';

/** A column of a source, as text where nobody declared its type. */
function sourceColumn(from: SourceColumn, dialect: SqlDialect): string {
  const name = qualified(from, dialect);
  return from.column.valueType.type === 'unknown'
    ? cast(name, dialect.typeName(TEXT))
    : name;
}

/** `alias.column` */
export function qualified(from: SourceColumn, dialect: SqlDialect): string {
  return `${from.alias}.${dialect.identifier(from.column.name)}`;
}

function cast(expression: string, type: string): string {
  return `cast(${expression} as ${type})`;
}

/**
 * The expression of a column of the mart, cast to its declared type.
 * @param indent - what stands before its first line in the file
 */
export function printColumn(
  { expression, type }: Pick<ResolvedColumn, 'expression' | 'type'>,
  dialect: SqlDialect,
  indent: string,
): string {
  switch (expression.kind) {
    case 'column':
      return sourceColumn(expression.from, dialect);
    case 'period':
      return dialect.startOfPeriod(
        qualified(expression.from, dialect),
        expression.grain,
      );
    case 'aggregate':
      return printAggregate(expression, dialect.typeName(type), dialect);
    default:
      return printCalculation(expression.calculation, type, dialect, indent);
  }
}

function printAggregate(
  { aggregation, from }: Extract<MartExpression, { kind: 'aggregate' }>,
  type: string,
  dialect: SqlDialect,
): string {
  if (!from) {
    return 'count(*)';
  }
  const column = sourceColumn(from, dialect);
  const number =
    from.column.valueType.type === 'unknown'
      ? cast(qualified(from, dialect), dialect.typeName(FLOATING))
      : column;
  switch (aggregation) {
    case 'count':
      return `count(${column})`;
    case 'count-distinct':
      return `count(distinct ${column})`;
    case 'sum':
      return cast(`sum(${number})`, type);
    case 'average':
      return cast(`avg(${number})`, type);
    case 'minimum':
      return `min(${column})`;
    default:
      return `max(${column})`;
  }
}

/**
 * The condition that a filter stands for.
 * @param indent - what stands before its first line in the file
 */
export function printFilter(
  { column, operator, values }: ResolvedFilter,
  dialect: SqlDialect,
  indent: string,
): string {
  return printCondition(
    {
      expression: sourceColumn(column, dialect),
      isText: ['text', 'unknown'].includes(column.column.valueType.type),
      operator,
      values,
    },
    dialect,
    indent,
  );
}
