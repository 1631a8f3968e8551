import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';
import { neutraliseTestArgument } from '../../sql/jinjaText';
import type { ValueType } from '../../sql/ValueType';

/** What the YAML, Jinja and SQL of a fixture carry unchanged. */
// eslint-disable-next-line no-control-regex
const UNTYPEABLE = /[\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]/gu;
const NUMBER = /^-?\d{1,38}(?:\.\d{1,38})?(?:e[+-]?\d{1,3})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;

interface ExampleColumn {
  readonly name: string;
  readonly type: ValueType;
}

/** Whether an example row may hold the value in the column. */
export function isExampleValue(
  value: SampleValue,
  { name, type }: ExampleColumn,
): boolean {
  if (value === null) {
    return true;
  }
  switch (type.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'decimal':
      return typeof value !== 'boolean' && NUMBER.test(String(value));
    case 'date':
      return typeof value === 'string' && DATE.test(value);
    case 'timestamp':
      return typeof value === 'string' && TIMESTAMP.test(value);
    default:
      return typeof value === 'string' && isCarried(value, name);
  }
}

/** A sample value as an example row may hold it, or nothing. */
export function toExampleValue(
  value: SampleValue,
  column: ExampleColumn,
): SampleValue {
  const text =
    typeof value === 'string' ? value.replace(UNTYPEABLE, '\uFFFD') : value;
  return isExampleValue(text, column) ? text : null;
}

/**
 * dbt renders the cells of a row, except those of a column that has the name
 * of a property it renders later (`SchemaYamlRenderer`): in such a column a
 * text stands only where rendering changes nothing.
 */
function isCarried(text: string, column: string): boolean {
  return (
    text.search(UNTYPEABLE) === -1 &&
    (column.toLowerCase() !== 'description' ||
      neutraliseTestArgument(text) === text)
  );
}
