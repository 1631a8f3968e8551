import { isSameType } from '../generator/calculation/calculationTypes';
import {
  typeOfOperand,
  type Operand,
} from '../generator/calculation/ResolvedCalculation';
import { printLiteral } from './printLiteral';
import type { SqlDialect } from './SqlDialect';
import { isNumeric, type ValueType } from './ValueType';

export const INDENT = '    ';
const LINE_LENGTH_CHARS = 80;

/** Whether a line would be longer than the style allows. */
export function isLong(line: string, indent: string): boolean {
  return indent.length + line.length > LINE_LENGTH_CHARS;
}

/** A column of the step before, or a literal. */
export function printOperand(of: Operand, dialect: SqlDialect): string {
  if (of.kind === 'column') {
    return dialect.identifier(of.name);
  }
  const literal = printLiteral(of.literal, dialect);
  return literal.startsWith('-') ? `(${literal})` : literal;
}

/** A cast on one line. */
export function printCast(
  expression: string,
  type: ValueType,
  dialect: SqlDialect,
): string {
  return `cast(${expression} as ${dialect.typeName(type)})`;
}

/** A cast that stands first in its line, and is broken where it is long. */
export function outerCast(
  expression: string,
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const line = printCast(expression, type, dialect);
  return isLong(line, indent) && !expression.includes('\n')
    ? castLines([expression], type, dialect, indent)
    : line;
}

/** The same with its inside on lines of its own. */
export function castLines(
  lines: readonly string[],
  type: ValueType,
  dialect: SqlDialect,
  indent: string,
): string {
  const inner = `\n${indent}${INDENT}`;
  const as = `as ${dialect.typeName(type)}`;
  const last = `${lines.at(-1) ?? ''} ${as}`;
  const gap = isLong(last, indent + INDENT) ? inner : ' ';
  return `cast(${inner}${lines.join(inner)}${gap}${as}\n${indent})`;
}

/** Texts are texts whatever their length is; a bare number is as short as it can be. */
export function needsCast(
  operands: readonly Operand[],
  type: ValueType,
): boolean {
  return (
    type.type !== 'text' &&
    operands.some(
      each =>
        !isSameType(typeOfOperand(each), type) ||
        (each.kind === 'literal' && isNumeric(type)),
    )
  );
}
