import type {
  TIME_PARTS,
  TIME_UNITS,
} from '@suido/backstage-plugin-data-requests-common';

type TimeUnit = (typeof TIME_UNITS)[number];
type TimePart = (typeof TIME_PARTS)[number];

/** How one warehouse calculates with dates. */
export interface Calendar {
  /**
   * Borders of days, weeks (from Monday), months or years from one date to
   * another; negative where the second is the earlier.
   *
   * @returns the expression line by line, as it is where it does not fit in one
   */
  unitsBetween(unit: TimeUnit, from: string, to: string): readonly string[];
  /** A part of a date or time; of the week Monday is 1 and Sunday 7. */
  timePart(part: TimePart, expression: string): string;
  /** A date as `2026-01-31`. */
  dateText(expression: string): string;
}

const FIELDS: Readonly<Record<TimePart, string>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  'day-of-month': 'day',
  'day-of-week': 'isodow',
  hour: 'hour',
};

function extract(field: string, expression: string): string {
  return `extract(${field} from ${expression})`;
}

/** A call with each argument on a line. */
function call(name: string, ...args: readonly string[]): readonly string[] {
  const lines = args.map((argument, index) =>
    index < args.length - 1 ? `    ${argument},` : `    ${argument}`,
  );
  return [`${name}(`, ...lines, ')'];
}

/**
 * Weeks between the Mondays of two dates. What warehouses call a week differs,
 * with settings of a session too; days and the ISO day of the week do not.
 */
function weeks(
  days: readonly string[],
  from: string,
  to: string,
): readonly string[] {
  const lines = [...days, `+ ${from}`, `- ${to}`];
  return ['(', ...lines.map(line => `    ${line}`), ') / 7'];
}

export const DUCKDB_CALENDAR: Calendar = {
  unitsBetween: (unit, from, to) =>
    unit === 'week'
      ? weeks(
          call('date_diff', "'day'", from, to),
          extract('isodow', from),
          extract('isodow', to),
        )
      : call('date_diff', `'${unit}'`, from, to),
  timePart: (part, expression) => extract(FIELDS[part], expression),
  dateText: expression => `strftime(${expression}, '%Y-%m-%d')`,
};

export const POSTGRES_CALENDAR: Calendar = {
  unitsBetween: (unit, from, to) => {
    const days = [to, `- ${from}`];
    const years = [extract('year', to), `- ${extract('year', from)}`];
    switch (unit) {
      case 'day':
        return days;
      case 'week':
        return weeks(days, extract('isodow', from), extract('isodow', to));
      case 'month':
        return [
          '(',
          ...years.map(line => `    ${line}`),
          ') * 12',
          `+ ${extract('month', to)}`,
          `- ${extract('month', from)}`,
        ];
      default:
        return years;
    }
  },
  timePart: (part, expression) => extract(FIELDS[part], expression),
  dateText: expression => `to_char(${expression}, 'YYYY-MM-DD')`,
};

export const BIGQUERY_CALENDAR: Calendar = {
  unitsBetween: (unit, from, to) =>
    call('date_diff', to, from, unit === 'week' ? 'isoweek' : unit),
  timePart: (part, expression) =>
    part === 'day-of-week'
      ? // Sunday is 1 there
        `mod(${extract('dayofweek', expression)} + 5, 7) + 1`
      : extract(FIELDS[part], expression),
  dateText: expression => `format_date('%Y-%m-%d', ${expression})`,
};

export const SNOWFLAKE_CALENDAR: Calendar = {
  unitsBetween: (unit, from, to) =>
    unit === 'week'
      ? weeks(
          call('datediff', "'day'", from, to),
          `dayofweekiso(${from})`,
          `dayofweekiso(${to})`,
        )
      : call('datediff', `'${unit}'`, from, to),
  timePart: (part, expression) =>
    part === 'day-of-week'
      ? `dayofweekiso(${expression})`
      : extract(FIELDS[part], expression),
  dateText: expression => `to_char(${expression}, 'YYYY-MM-DD')`,
};
