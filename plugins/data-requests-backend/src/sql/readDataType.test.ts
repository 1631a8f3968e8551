import { readDataType } from './readDataType';

describe('readDataType', () => {
  it.each([
    ['varchar', { type: 'text', declared: 'varchar' }],
    ['VARCHAR(20)', { type: 'text', declared: 'varchar(20)' }],
    ['character varying', { type: 'text', declared: 'character varying' }],
    ['int64', { type: 'integer', declared: 'int64' }],
    ['double  precision', { type: 'decimal', declared: 'double precision' }],
    ['bool', { type: 'boolean', declared: 'bool' }],
    ['date', { type: 'date', declared: 'date' }],
    ['timestamp', { type: 'timestamp', declared: 'timestamp' }],
    [
      'timestamp with time zone',
      { type: 'timestamp', declared: 'timestamp with time zone' },
    ],
    [
      'timestamp(6) without time zone',
      { type: 'timestamp', declared: 'timestamp(6) without time zone' },
    ],
    ['decimal(12,2)', { type: 'decimal', scale: 2, declared: 'decimal(12,2)' }],
    ['decimal(12)', { type: 'integer', declared: 'decimal(12)' }],
    ['decimal', { type: 'decimal', scale: 3, declared: 'decimal' }],
    ['json', { type: 'unknown' }],
    ['struct<a int64>', { type: 'unknown' }],
    ['varchar[]', { type: 'unknown' }],
    ["varchar'); drop table x; --", { type: 'unknown' }],
    ['{{ env_var("X") }}', { type: 'unknown' }],
    ['', { type: 'unknown' }],
    [undefined, { type: 'unknown' }],
  ])('%s', (dataType, expected) => {
    expect(readDataType(dataType, 'duckdb')).toEqual(expected);
  });

  it('knows what a bare number is in each warehouse', () => {
    expect(readDataType('number', 'snowflake').type).toBe('integer');
    expect(readDataType('numeric', 'bigquery').scale).toBe(9);
  });
});
