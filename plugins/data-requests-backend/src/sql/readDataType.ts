import type { TargetConfig } from '../targets/TargetConfig';
import { UNKNOWN, type ValueType } from './ValueType';

type Dialect = TargetConfig['dialect'];

/** Only this much of a declared type is ever written into a file. */
const PLAIN_TYPE =
  /^([a-z][a-z0-9_]*(?: [a-z]+)*)(?:\((\d{1,3})(?:, ?(\d{1,2}))?\))?( with(?:out)? time zone)?$/;

const TEXTS = new Set([
  'varchar',
  'char',
  'bpchar',
  'character',
  'character varying',
  'nvarchar',
  'text',
  'string',
  'citext',
  'uuid',
]);
const INTEGERS = new Set([
  'tinyint',
  'smallint',
  'int2',
  'int',
  'int4',
  'integer',
  'bigint',
  'int8',
  'int64',
  'byteint',
  'utinyint',
  'usmallint',
  'uinteger',
  'ubigint',
  'hugeint',
]);
const FLOATS = new Set([
  'double',
  'double precision',
  'float',
  'float4',
  'float8',
  'float64',
  'real',
]);
const EXACT = new Set(['decimal', 'numeric', 'number', 'dec', 'bignumeric']);
const TIMESTAMPS = new Set([
  'timestamp',
  'timestamptz',
  'datetime',
  'timestamp_ntz',
  'timestamp_ltz',
  'timestamp_tz',
]);

/** Digits after the point of an exact type written without any. */
const DEFAULT_SCALE: Readonly<Record<Dialect, number>> = {
  duckdb: 3,
  // Unbounded there; this many are kept by casts of ours
  postgres: 9,
  bigquery: 9,
  snowflake: 0,
};

/**
 * What a `data_type` of the repository stands for.
 *
 * @returns `unknown` for a missing type, for one that has no counterpart
 * (`json`, `struct<…>`) and for anything that is not a plain type name
 */
export function readDataType(
  dataType: string | undefined,
  dialect: Dialect,
): ValueType {
  const written = dataType?.trim().toLowerCase().replace(/\s+/g, ' ') ?? '';
  const match = PLAIN_TYPE.exec(written);
  if (!match) {
    return UNKNOWN;
  }
  const [, name, precision, scale] = match;
  const declared = { declared: written };
  if (TEXTS.has(name)) {
    return { type: 'text', ...declared };
  }
  if (INTEGERS.has(name)) {
    return { type: 'integer', ...declared };
  }
  if (FLOATS.has(name)) {
    return { type: 'decimal', ...declared };
  }
  if (name === 'boolean' || name === 'bool') {
    return { type: 'boolean', ...declared };
  }
  if (name === 'date') {
    return { type: 'date', ...declared };
  }
  if (TIMESTAMPS.has(name.replace(/ with(?:out)? time zone$/, ''))) {
    return { type: 'timestamp', ...declared };
  }
  if (EXACT.has(name)) {
    const digits = Number(
      scale ?? (precision === undefined ? DEFAULT_SCALE[dialect] : 0),
    );
    return digits === 0
      ? { type: 'integer', ...declared }
      : { type: 'decimal', scale: digits, ...declared };
  }
  return UNKNOWN;
}
