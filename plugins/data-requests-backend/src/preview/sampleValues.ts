import type { Json } from '@duckdb/node-api';
import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';

/** Longer texts are cut: nobody reads them in a preview. */
const TEXT_LENGTH_LIMIT = 4_000;

/**
 * A value of DuckDB as JSON can carry it: integers as numbers where exact,
 * decimals, dates and times as text, nested values as JSON text.
 *
 * @param type - DuckDB's name of the column's type
 */
export function sampleValue(value: Json, type: string): SampleValue {
  if (value === null || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : String(value);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^U?(?:BIG|HUGE|SMALL|TINY)?INT(?:EGER)?$/.test(type)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : text;
  }
  const iso = type.startsWith('TIMESTAMP') ? text.replace(' ', 'T') : text;
  return iso.length > TEXT_LENGTH_LIMIT
    ? `${iso.slice(0, TEXT_LENGTH_LIMIT).replace(/\p{Cs}$/u, '')}…`
    : iso;
}
