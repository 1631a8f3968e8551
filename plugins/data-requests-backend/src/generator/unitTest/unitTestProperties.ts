import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import { neutraliseTestArgument } from '../../sql/jinjaText';
import type { SqlDialect } from '../../sql/SqlDialect';
import { modelReference } from '../modelReference';
import { flowRow } from '../yamlText';
import type { ExampleRows, ReadUnitTest } from './readUnitTest';

/**
 * The entry of a unit test in a properties file. dbt puts a text between
 * quotes and doubles those inside of it, and does no more: what else means
 * something to the warehouse or to Jinja is written so that it does not.
 *
 * @param dialect - of the warehouse, not rendered
 */
export function unitTestProperties(
  model: string,
  { given, expected }: ReadUnitTest,
  dialect: SqlDialect,
): object {
  return {
    name: `${model}_example`,
    description: 'Example rows that the author of the mart confirmed.',
    model,
    given: given.map(({ dataset, ...rows }) => ({
      input: modelReference(dataset.reference),
      rows: fixtureRows(rows, dialect),
    })),
    expect: { rows: fixtureRows(expected, dialect) },
  };
}

function fixtureRows(
  { columns, rows }: ExampleRows,
  dialect: SqlDialect,
): readonly object[] {
  return rows.map(row =>
    flowRow(
      columns.map(({ name }, index) => [
        name,
        fixtureValue(row[index], dialect),
      ]),
    ),
  );
}

/** Numbers with a fraction are texts: a parser of YAML may change them. */
function fixtureValue(value: SampleValue, dialect: SqlDialect): SampleValue {
  if (typeof value === 'string') {
    return neutraliseTestArgument(dialect.insideQuotes(value));
  }
  return typeof value === 'number' && !Number.isSafeInteger(value)
    ? String(value)
    : value;
}
