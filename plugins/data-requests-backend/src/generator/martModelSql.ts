import { neutraliseJinja } from '../sql/jinjaText';
import { printQuery } from '../sql/printQuery';
import { SQL_DIALECTS, type SqlDialect } from '../sql/SqlDialect';
import type { TargetConfig } from '../targets/TargetConfig';
import { modelReference } from './modelReference';
import type { ResolvedMart } from './ResolvedMart';

/** The dialect of a target, for files that dbt renders before they are run. */
export function dbtDialect(dialect: TargetConfig['dialect']): SqlDialect {
  const plain = SQL_DIALECTS[dialect];
  return {
    ...plain,
    identifier: name => neutraliseJinja(plain.identifier(name)),
    textLiteral: text => neutraliseJinja(plain.textLiteral(text)),
  };
}

/** The dbt model of a mart. */
export function martModelSql(
  mart: ResolvedMart,
  dialect: TargetConfig['dialect'],
): string {
  return printQuery(
    mart,
    dbtDialect(dialect),
    ({ dataset }) => `{{ ${modelReference(dataset.reference)} }}`,
  );
}
