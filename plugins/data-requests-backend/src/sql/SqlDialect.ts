import type { TimeGrain } from '@suido/backstage-plugin-data-requests-common';
import type { TargetConfig } from '../targets/TargetConfig';
import {
  BIGQUERY_CALENDAR,
  DUCKDB_CALENDAR,
  POSTGRES_CALENDAR,
  SNOWFLAKE_CALENDAR,
  type Calendar,
} from './calendars';
import { isReservedWord } from './reservedWords';
import type { ValueType } from './ValueType';

/** How one warehouse writes what the printer needs. */
export interface SqlDialect extends Calendar {
  /** Name of a type in casts and contracts. */
  typeName(type: ValueType): string;
  /** A column of the warehouse, quoted only where it must be. */
  identifier(name: string): string;
  textLiteral(text: string): string;
  /** What stands between the quotes of a text, but for quotes inside of it. */
  insideQuotes(text: string): string;
  /** A number with a fraction, not made a floating one. */
  exactNumber(text: string): string;
  /** The first day of the period that the expression falls in. */
  startOfPeriod(expression: string, grain: TimeGrain): string;
  contains(expression: string, literal: string): string;
  startsWith(expression: string, literal: string): string;
}

interface TypeNames {
  readonly text: string;
  readonly integer: string;
  readonly floating: string;
  readonly boolean: string;
  readonly timestamp: string;
  exact(scale: number): string;
}

function typeNameIn(names: TypeNames) {
  return ({ type, scale, declared }: ValueType): string => {
    if (declared !== undefined) {
      return declared;
    }
    switch (type) {
      case 'integer':
      case 'boolean':
      case 'timestamp':
        return names[type];
      case 'date':
        return 'date';
      case 'decimal':
        return scale === undefined ? names.floating : names.exact(scale);
      default:
        return names.text;
    }
  };
}

const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/;

function identifierIn(quote: (name: string) => string, caseMatters: boolean) {
  return (name: string): string => {
    const plain = caseMatters ? name : name.toLowerCase();
    return PLAIN_NAME.test(plain) && !isReservedWord(name) ? name : quote(name);
  };
}

const doubleQuoted = (name: string) => `"${name.replace(/"/g, '""')}"`;
const backslashEscaped = (text: string) =>
  text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
const standardLiteral = (text: string) => `'${text.replace(/'/g, "''")}'`;

function cutByFunction(expression: string, grain: TimeGrain): string {
  return grain === 'day'
    ? `cast(${expression} as date)`
    : `cast(date_trunc('${grain}', ${expression}) as date)`;
}

const duckdb: SqlDialect = {
  ...DUCKDB_CALENDAR,
  typeName: typeNameIn({
    text: 'varchar',
    integer: 'bigint',
    floating: 'double',
    boolean: 'boolean',
    timestamp: 'timestamp',
    exact: scale => `decimal(38, ${scale})`,
  }),
  identifier: identifierIn(doubleQuoted, false),
  textLiteral: standardLiteral,
  insideQuotes: text => text,
  exactNumber: text => text,
  startOfPeriod: cutByFunction,
  contains: (expression, literal) => `contains(${expression}, ${literal})`,
  startsWith: (expression, literal) => `starts_with(${expression}, ${literal})`,
};

const postgres: SqlDialect = {
  ...duckdb,
  ...POSTGRES_CALENDAR,
  typeName: typeNameIn({
    text: 'text',
    integer: 'bigint',
    floating: 'double precision',
    boolean: 'boolean',
    timestamp: 'timestamp',
    exact: scale => `numeric(38, ${scale})`,
  }),
  // A bare name with capitals would be folded and miss the column
  identifier: identifierIn(doubleQuoted, true),
  contains: (expression, literal) => `strpos(${expression}, ${literal}) > 0`,
};

const bigquery: SqlDialect = {
  ...BIGQUERY_CALENDAR,
  typeName: typeNameIn({
    text: 'string',
    integer: 'int64',
    floating: 'float64',
    boolean: 'bool',
    timestamp: 'timestamp',
    exact: () => 'numeric',
  }),
  identifier: identifierIn(
    name => `\`${backslashEscaped(name).replace(/`/g, '\\`')}\``,
    false,
  ),
  textLiteral: text => `'${backslashEscaped(text).replace(/'/g, "\\'")}'`,
  insideQuotes: backslashEscaped,
  // A bare one is floating there; of the exact type only so many digits fit
  exactNumber: text =>
    /^-?\d{1,29}(?:\.\d{1,9})?$/.test(text) ? `numeric '${text}'` : text,
  startOfPeriod: (expression, grain) => {
    const day = `cast(${expression} as date)`;
    // `week` starts on Sunday there, `isoweek` on Monday as everywhere else
    return grain === 'day'
      ? day
      : `date_trunc(${day}, ${grain === 'week' ? 'isoweek' : grain})`;
  },
  contains: (expression, literal) => `strpos(${expression}, ${literal}) > 0`,
  startsWith: (expression, literal) => `starts_with(${expression}, ${literal})`,
};

const snowflake: SqlDialect = {
  ...duckdb,
  ...SNOWFLAKE_CALENDAR,
  typeName: typeNameIn({
    text: 'varchar',
    integer: 'bigint',
    floating: 'float',
    boolean: 'boolean',
    timestamp: 'timestamp_ntz',
    exact: scale => `number(38, ${scale})`,
  }),
  textLiteral: text => `'${backslashEscaped(text).replace(/'/g, "''")}'`,
  insideQuotes: backslashEscaped,
  startsWith: (expression, literal) => `startswith(${expression}, ${literal})`,
};

/** The dialects that a target may have. */
export const SQL_DIALECTS: Readonly<
  Record<TargetConfig['dialect'], SqlDialect>
> = { duckdb, postgres, bigquery, snowflake };

/**
 * What the preview process understands: DuckDB, with types of its own, because
 * those of the repository may be another warehouse's.
 */
export const PREVIEW_DIALECT: SqlDialect = {
  ...duckdb,
  typeName: ({ type, scale }) => duckdb.typeName({ type, scale }),
};
