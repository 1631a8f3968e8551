import type { Json } from '@duckdb/node-api';
import type { ColumnType } from './columnType';

/** A value as it leaves the platform. */
export type SampleValue = string | number | boolean | null;

/**
 * Makes a value of DuckDB's JSON form safe to send.
 *
 * @remarks
 * Nothing loses digits: decimals are texts, and so are integers that a
 * JavaScript number cannot hold. Dates are ISO-8601; times without a zone have
 * none here either. What has no form of its own comes as JSON text.
 */
export function toSampleValue(value: Json, type: ColumnType): SampleValue {
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value !== 'string') {
    return JSON.stringify(value);
  }
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    case 'timestamp':
      return value
        .replace(/^(\d+-\d\d-\d\d) /, '$1T')
        .replace(/[+-]00(?::00)?$/, 'Z');
    default:
      return value;
  }
}
