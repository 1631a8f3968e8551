import { EXACT_SCALE } from '../generator/calculation/calculationTypes';
import {
  typeOfOperand,
  type Operand,
  type ResolvedCalculation,
} from '../generator/calculation/ResolvedCalculation';
import { printChoice } from './printChoice';
import {
  castLines,
  INDENT,
  isLong,
  needsCast,
  outerCast,
  printCast,
  printOperand,
} from './printOperand';
import type { SqlDialect } from './SqlDialect';
import { exactDecimal, type ValueType } from './ValueType';

const SIGNS = { add: '+', subtract: '-', multiply: '*' } as const;

type Of<K extends ResolvedCalculation['kind']> = Extract<
  ResolvedCalculation,
  { readonly kind: K }
>;

/**
 * A calculation in SQL. It means the same in every dialect: where warehouses
 * differ (quotients of integers, rounding of floating numbers, the first day
 * of a week), the printed form leaves them no choice.
 *
 * @param type - of its result, to which it is cast where it may have another
 * @param indent - what stands before its first line in the file
 */
export function printCalculation(
  calculation: ResolvedCalculation,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  switch (calculation.kind) {
    case 'arithmetic':
      return arithmetic(calculation, type, dialect, indent);
    case 'round':
      return rounded(calculation, type, dialect, indent);
    case 'first-present':
      return firstPresent(calculation, type, dialect, indent);
    case 'join-text':
      return joined(calculation, dialect, indent);
    case 'choose':
      return printChoice(calculation, type, dialect, indent);
    case 'time-between':
      return unitsBetween(calculation, type, dialect, indent);
    default:
      return outerCast(
        dialect.timePart(
          calculation.part,
          printOperand(calculation.of, dialect),
        ),
        type,
        dialect,
        indent,
      );
  }
}

function unitsBetween(
  { unit, from, to }: Of<'time-between'>,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const lines = dialect.unitsBetween(
    unit,
    day(from, dialect),
    day(to, dialect),
  );
  const line = lines
    .map(each => each.trim())
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')');
  const short = printCast(line, type, dialect);
  return isLong(short, indent)
    ? castLines(
        isLong(line, indent + INDENT) ? lines : [line],
        type,
        dialect,
        indent,
      )
    : short;
}

function arithmetic(
  { operation, left, right }: Of<'arithmetic'>,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const [first, second] = [left, right].map(side =>
    printOperand(side, dialect),
  );
  if (operation === 'divide') {
    // Cast before dividing: some warehouses cut the quotient of two integers
    const divisor = right.kind === 'literal' ? second : `nullif(${second}, 0)`;
    const [dividend, rest] = [printCast(first, type, dialect), `/ ${divisor}`];
    return isLong(`${dividend} ${rest}`, indent)
      ? `${dividend}\n${indent}${rest}`
      : `${dividend} ${rest}`;
  }
  return outerCast(
    `${first} ${SIGNS[operation]} ${second}`,
    type,
    dialect,
    indent,
  );
}

/** Floating numbers become exact first: half of a digit has no binary form. */
function rounded(
  { of, digits }: Of<'round'>,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const number = printOperand(of, dialect);
  const { type: kind, scale } = typeOfOperand(of);
  if (kind === 'integer' && digits >= 0) {
    return of.kind === 'column' ? number : printCast(number, type, dialect);
  }
  const exact =
    kind === 'decimal' && scale !== undefined
      ? number
      : printCast(
          number,
          exactDecimal(kind === 'integer' ? 0 : EXACT_SCALE),
          dialect,
        );
  return outerCast(`round(${exact}, ${digits})`, type, dialect, indent);
}

function firstPresent(
  { operands }: Of<'first-present'>,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const printed = operands.map(each => printOperand(each, dialect));
  if (printed.length === 1) {
    return printCast(printed[0], type, dialect);
  }
  const line = `coalesce(${printed.join(', ')})`;
  const inner = `\n${indent}${INDENT}`;
  const expression = isLong(line, indent)
    ? `coalesce(${inner}${printed.join(`,${inner}`)}\n${indent})`
    : line;
  return needsCast(operands, type)
    ? outerCast(expression, type, dialect, indent)
    : expression;
}

function joined(
  { parts }: Of<'join-text'>,
  dialect: SqlDialect,
  indent: string,
): string {
  const printed = parts.map(part =>
    part.kind === 'literal'
      ? printOperand(part, dialect)
      : `coalesce(${partText(part, dialect)}, '')`,
  );
  const line = printed.join(' || ');
  return isLong(line, indent) ? printed.join(`\n${indent}|| `) : line;
}

function partText(part: Operand, dialect: SqlDialect): string {
  const text = printOperand(part, dialect);
  switch (typeOfOperand(part).type) {
    case 'integer':
      return printCast(text, { type: 'text' }, dialect);
    case 'date':
      return dialect.dateText(text);
    default:
      return text;
  }
}

function day(of: Operand, dialect: SqlDialect): string {
  const expression = printOperand(of, dialect);
  return typeOfOperand(of).type === 'date'
    ? expression
    : `cast(${expression} as date)`;
}
