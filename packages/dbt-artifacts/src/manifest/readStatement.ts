import type { Fields } from '../fields/Fields';
import type { SqlRecord, StatementRecord } from '../records/sqlRecords';
import { describe } from './describe';
import { sqlLengthOf } from './readDataset';

/** An analysis, operation or function. */
export function readStatement(
  fields: Fields,
  kind: StatementRecord['kind'],
  identity: { readonly uniqueId: string; readonly name: string },
): StatementRecord {
  const {
    package: inPackage,
    description,
    filePath,
    upstream,
  } = describe(fields);
  return {
    record: 'statement',
    ...identity,
    kind,
    package: inPackage,
    description,
    filePath,
    upstream,
    sqlLength: sqlLengthOf(fields),
  };
}

/** The compiled SQL of a node; `undefined` where dbt did not compile it. */
export function readCompiledSql(
  fields: Fields,
  uniqueId: string,
): SqlRecord | undefined {
  const compiled = fields.text('compiled_code', 'compiled_sql');
  return compiled === undefined
    ? undefined
    : {
        record: 'sql',
        uniqueId,
        language: fields.text('language') ?? 'sql',
        compiled,
      };
}
