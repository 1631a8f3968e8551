import type { SqlDialect } from '../sql/SqlDialect';

/**
 * A test file that finds combinations that stand for more than one row.
 * @param columns - the grain; names that passed the checks
 */
export function grainTestSql(
  model: string,
  columns: readonly string[],
  dialect: SqlDialect,
): string {
  const names = columns.map(column => dialect.identifier(column));
  return [
    'select',
    ...names.map(name => `    ${name},`),
    '    count(*) as row_count',
    `from {{ ref('${model}') }}`,
    `group by ${names.map((_, index) => index + 1).join(', ')}`,
    'having count(*) > 1',
    '',
  ].join('\n');
}

/** A test file that finds rows in which a number is below zero. */
export function notNegativeTestSql(
  model: string,
  column: string,
  dialect: SqlDialect,
): string {
  const name = dialect.identifier(column);
  return [
    `select ${name}`,
    `from {{ ref('${model}') }}`,
    `where ${name} < 0`,
    '',
  ].join('\n');
}
