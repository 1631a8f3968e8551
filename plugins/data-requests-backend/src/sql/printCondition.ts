import type { FilterOperator } from '@suido/backstage-plugin-data-requests-common';
import type { TypedLiteral } from '../generator/readFilterValue';
import { printLiteral } from './printLiteral';
import type { SqlDialect } from './SqlDialect';

/** From so many characters on, each value of a list has a line of its own. */
const LIST_LENGTH_CHARS = 48;
const CONDITION_LENGTH_CHARS = 64;

/** What an expression is compared with, and how. */
export interface Condition {
  /** Left side, as printed. */
  readonly expression: string;
  /** Whether an empty text counts as no value. */
  readonly isText: boolean;
  readonly operator: FilterOperator;
  readonly values: readonly TypedLiteral[];
}

/**
 * A condition of a filter or of a choice.
 * @param indent - what stands before its first line in the file
 */
export function printCondition(
  { expression: name, isText, operator, values }: Condition,
  dialect: SqlDialect,
  indent: string,
): string {
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
