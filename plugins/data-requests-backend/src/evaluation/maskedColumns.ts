import type {
  MartExpression,
  ResolvedMart,
  SourceColumn,
} from '../generator/ResolvedMart';

/** Whether a column of a source was masked before it left its source. */
export type IsMasked = (column: SourceColumn) => boolean;

/** Columns of the mart that are made of masked values. */
export function maskedColumns(
  mart: ResolvedMart,
  isMasked: IsMasked,
): ReadonlySet<string> {
  const masked = new Set<string>();
  const isMade = (expression: MartExpression): boolean =>
    expression.kind === 'derived'
      ? expression.reads.some(name => masked.has(name))
      : expression.from !== undefined && isMasked(expression.from);
  const levelOf = ({ kind, ...rest }: MartExpression) =>
    kind === 'derived' && 'level' in rest ? rest.level : 0;
  [...mart.columns]
    .sort((a, b) => levelOf(a.expression) - levelOf(b.expression))
    .forEach(({ name, expression }) => {
      if (isMade(expression)) {
        masked.add(name);
      }
    });
  return masked;
}

/**
 * Whether rows are chosen or matched by masked values: what came out would be
 * wrong, and a wrong preview is worse than none.
 */
export function isDecidedByMasked(
  mart: ResolvedMart,
  isMasked: IsMasked,
): boolean {
  return (
    mart.filters.some(
      ({ column, operator }) =>
        operator !== 'is-empty' &&
        operator !== 'is-not-empty' &&
        isMasked(column),
    ) ||
    mart.joins.some(({ on }) =>
      on.some(({ left, right }) => isMasked(left) || isMasked(right)),
    )
  );
}
