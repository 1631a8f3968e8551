import {
  operandsOf,
  type MartCalculation,
  type MartColumn,
  type MartOperand,
} from '@suido/backstage-plugin-data-requests-common';

/** A column that is calculated from others. @public */
export type DerivedColumn = Extract<MartColumn, { role: 'derived' }>;

/** The same calculation over columns of other names. @public */
export function renameInCalculation(
  calculation: MartCalculation,
  renamed: (name: string) => string,
): MartCalculation {
  const of = (operand: MartOperand): MartOperand =>
    operand.kind === 'column'
      ? { ...operand, name: renamed(operand.name) }
      : operand;
  switch (calculation.kind) {
    case 'arithmetic':
      return {
        ...calculation,
        left: of(calculation.left),
        right: of(calculation.right),
      };
    case 'round':
    case 'time-part':
      return { ...calculation, of: of(calculation.of) };
    case 'first-present':
      return { ...calculation, operands: calculation.operands.map(of) };
    case 'join-text':
      return { ...calculation, parts: calculation.parts.map(of) };
    case 'time-between':
      return {
        ...calculation,
        from: of(calculation.from),
        to: of(calculation.to),
      };
    default:
      return {
        ...calculation,
        choices: calculation.choices.map(choice => ({
          ...choice,
          column: renamed(choice.column),
          result: of(choice.result),
        })),
        ...(calculation.otherwise && { otherwise: of(calculation.otherwise) }),
      };
  }
}

/** The columns of the mart that a column is calculated from, directly. @public */
export function calculatedFrom(column: MartColumn): string[] {
  return column.role === 'derived'
    ? operandsOf(column.calculation).flatMap(({ operand }) =>
        operand.kind === 'column' ? [operand.name] : [],
      )
    : [];
}

/**
 * The columns that cannot be an operand of the named one, because they are
 * calculated from it themselves, over however many steps.
 * @public
 */
export function calculatedOver(
  columns: readonly MartColumn[],
  name: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  let news = new Set([name]);
  while (news.size > 0) {
    const last = news;
    news = new Set(
      columns
        .filter(
          column =>
            !found.has(column.name) &&
            column.name !== name &&
            calculatedFrom(column).some(operand => last.has(operand)),
        )
        .map(column => column.name),
    );
    news.forEach(column => found.add(column));
  }
  return found;
}
