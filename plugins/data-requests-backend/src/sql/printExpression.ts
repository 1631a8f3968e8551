import type {
  FilterLiteral,
  MartExpression,
  Operand,
  ResolvedColumn,
  ResolvedFilter,
  SourceColumn,
} from '../generator/ResolvedMart';
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

/** The expression of a column of the mart, cast to its declared type. */
export function printColumn(
  { expression, type }: Pick<ResolvedColumn, 'expression' | 'type'>,
  dialect: SqlDialect,
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
      return printDerived(expression, dialect.typeName(type), dialect);
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

const SIGNS = { add: '+', subtract: '-', multiply: '*' } as const;

function printDerived(
  { operation, left, right }: Extract<MartExpression, { kind: 'derived' }>,
  type: string,
  dialect: SqlDialect,
): string {
  const [first, second] = [left, right].map(operand =>
    printOperand(operand, dialect),
  );
  if (operation === 'divide') {
    // Cast before dividing: some warehouses cut the quotient of two integers
    const divisor = right.kind === 'number' ? second : `nullif(${second}, 0)`;
    return `${cast(first, type)} / ${divisor}`;
  }
  return cast(`${first} ${SIGNS[operation]} ${second}`, type);
}

function printOperand(operand: Operand, dialect: SqlDialect): string {
  if (operand.kind === 'column') {
    return dialect.identifier(operand.name);
  }
  return operand.text.startsWith('-') ? `(${operand.text})` : operand.text;
}

/** From so many characters on, each value of a list has a line of its own. */
const LIST_LENGTH_CHARS = 48;
const CONDITION_LENGTH_CHARS = 64;

/**
 * The condition that a filter stands for.
 * @param indent - what stands before its first line in the file
 */
export function printFilter(
  { column, operator, values }: ResolvedFilter,
  dialect: SqlDialect,
  indent: string,
): string {
  const name = sourceColumn(column, dialect);
  const isText = ['text', 'unknown'].includes(column.column.valueType.type);
  const literals = values.map(value => printLiteral(value, dialect));
  const [first = "''"] = literals;
  const line = literals.join(', ');
  // A long `none-of` stands one step deeper, see `either`
  const depth = operator === 'none-of' ? `${indent}    ` : indent;
  const list =
    line.length > LIST_LENGTH_CHARS
      ? `\n${literals
          .map(literal => `${depth}    ${literal}`)
          .join(',\n')}\n${depth}`
      : line;
  switch (operator) {
    case 'equals':
      return `${name} = ${first}`;
    case 'not-equals':
      // Where nothing is known the value is not the excluded one either
      return either(`${name} <> ${first}`, `${name} is null`, indent);
    case 'greater-than':
      return `${name} > ${first}`;
    case 'at-least':
      return `${name} >= ${first}`;
    case 'less-than':
      return `${name} < ${first}`;
    case 'at-most':
      return `${name} <= ${first}`;
    case 'one-of':
      return `${name} in (${list})`;
    case 'none-of':
      return either(`${name} not in (${list})`, `${name} is null`, indent);
    case 'contains':
      return dialect.contains(name, first);
    case 'starts-with':
      return dialect.startsWith(name, first);
    case 'is-empty':
      return isText
        ? either(`${name} is null`, `${name} = ''`, indent)
        : `${name} is null`;
    default:
      return isText ? `${name} <> ''` : `${name} is not null`;
  }
}

/** One of two conditions, on lines of their own where they are long. */
function either(first: string, second: string, indent: string): string {
  const line = `(${first} or ${second})`;
  if (line.length <= CONDITION_LENGTH_CHARS) {
    return line;
  }
  return `(\n${indent}    ${first}\n${indent}    or ${second}\n${indent})`;
}

/** A literal; dates and times by a cast, which every warehouse reads alike. */
export function printLiteral(
  { type, text }: FilterLiteral,
  dialect: SqlDialect,
): string {
  switch (type.type) {
    case 'integer':
    case 'decimal':
    case 'boolean':
      return text;
    case 'date':
    case 'timestamp':
      return cast(dialect.textLiteral(text), dialect.typeName(type));
    default:
      return dialect.textLiteral(text);
  }
}
