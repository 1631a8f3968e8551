import type {
  ResolvedColumn,
  ResolvedJoin,
  ResolvedMart,
  ResolvedSource,
} from '../generator/ResolvedMart';
import { printColumn, printFilter, qualified } from './printExpression';
import type { SqlDialect } from './SqlDialect';

const LINE_LENGTH_CHARS = 80;
const INDENT = '    ';
/** What stands before a column of a `select` in the file. */
const ITEM_INDENT = INDENT.repeat(2);

interface CommonTable {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * The query of a mart in dbt Labs' style: imports on top, one step per common
 * table expression, explicit columns, `select * from final` at the end.
 *
 * @param relationOf - where a source's rows are: a `ref()` or a table
 * @returns ends with a line break
 */
export function printQuery(
  mart: ResolvedMart,
  dialect: SqlDialect,
  relationOf: (source: ResolvedSource) => string,
): string {
  const tables: CommonTable[] = mart.sources.map(source => ({
    name: source.alias,
    lines: [`select * from ${relationOf(source)}`],
  }));
  tables.push(...stepTables(mart, dialect));
  const body = tables
    .map(({ name, lines }) =>
      [`${name} as (`, '', ...lines.map(indent), '', ')'].join('\n'),
    )
    .join(',\n\n');
  return `with ${body}\n\nselect * from ${tables.at(-1)?.name ?? ''}\n`;
}

/** The steps after the imports; the last one is the mart. */
function stepTables(
  mart: ResolvedMart,
  dialect: SqlDialect,
): readonly CommonTable[] {
  const levels = Math.max(0, ...mart.columns.map(levelOf));
  const names = stepNames(mart, levels);
  const selected = mart.columns.filter(column => levelOf(column) === 0);
  const steps: CommonTable[] = [
    { name: names[0], lines: selectLines(mart, selected, dialect) },
  ];
  for (let level = 1; level <= levels; level += 1) {
    const isLast = level === levels;
    const computed = mart.columns.filter(column => levelOf(column) === level);
    const items = isLast
      ? mart.columns.map(column =>
          levelOf(column) === level
            ? item(column, dialect)
            : dialect.identifier(column.name),
        )
      : ['*', ...computed.map(column => item(column, dialect))];
    steps.push({
      name: names[level],
      lines: ['select', ...list(items), `from ${names[level - 1]}`],
    });
  }
  return steps;
}

function stepNames(mart: ResolvedMart, levels: number): readonly string[] {
  const taken = new Set(mart.sources.map(({ alias }) => alias));
  const free = (name: string): string => {
    let candidate = name;
    while (taken.has(candidate)) {
      candidate = `${candidate}_step`;
    }
    taken.add(candidate);
    return candidate;
  };
  const first = mart.aggregated ? 'aggregated' : 'selected';
  const before = Array.from({ length: levels }, (_, level) =>
    free(level === 0 ? first : `calculated_${level}`),
  );
  return [...before, free('final')];
}

function selectLines(
  mart: ResolvedMart,
  columns: readonly ResolvedColumn[],
  dialect: SqlDialect,
): readonly string[] {
  const groups = mart.aggregated
    ? columns.flatMap(({ role }, index) =>
        role === 'measure' ? [] : [String(index + 1)],
      )
    : [];
  return [
    'select',
    ...list(columns.map(column => item(column, dialect))),
    ...fromLines(mart, dialect),
    ...whereLines(mart, dialect),
    ...(groups.length > 0 ? [`group by ${groups.join(', ')}`] : []),
  ];
}

/** `from` and the joins, which the measuring of joins needs alone. */
export function fromLines(
  { sources, joins }: Pick<ResolvedMart, 'sources' | 'joins'>,
  dialect: SqlDialect,
): readonly string[] {
  return [
    `from ${sources[0].alias}`,
    ...joins.flatMap(join => joinLines(join, dialect)),
  ];
}

function joinLines(
  { alias, type, on }: ResolvedJoin,
  dialect: SqlDialect,
): readonly string[] {
  const conditions = on.map(
    ({ left, right }) =>
      `${qualified(left, dialect)} = ${qualified(right, dialect)}`,
  );
  return [`${type} join ${alias}`, ...conjunction('on', conditions)];
}

/** `where` and the filters; nothing where there are none. */
export function whereLines(
  { filters }: Pick<ResolvedMart, 'filters'>,
  dialect: SqlDialect,
): readonly string[] {
  // Lines inside of a condition are not indented again: they may be texts
  const depth = INDENT.repeat(filters.length === 1 ? 1 : 2);
  const conditions = filters.map(filter => printFilter(filter, dialect, depth));
  if (conditions.length === 0) {
    return [];
  }
  return conditions.length === 1
    ? [`where ${conditions[0]}`]
    : [
        'where',
        ...conditions.map((condition, index) =>
          indent(index === 0 ? condition : `and ${condition}`),
        ),
      ];
}

function conjunction(
  word: string,
  conditions: readonly string[],
): readonly string[] {
  return conditions.length === 1
    ? [indent(`${word} ${conditions[0]}`)]
    : [
        indent(word),
        ...conditions.map((condition, index) =>
          indent(indent(index === 0 ? condition : `and ${condition}`)),
        ),
      ];
}

function item(column: ResolvedColumn, dialect: SqlDialect): string {
  const expression = printColumn(column, dialect, ITEM_INDENT);
  const name = dialect.identifier(column.name);
  if (
    column.expression.kind === 'column' &&
    expression === `${column.expression.from.alias}.${name}`
  ) {
    return expression;
  }
  const line = `${expression} as ${name}`;
  const isLong =
    line.length + ITEM_INDENT.length + 1 > LINE_LENGTH_CHARS &&
    !expression.includes('\n');
  return isLong ? `${expression}\n${ITEM_INDENT}${INDENT}as ${name}` : line;
}

function list(items: readonly string[]): readonly string[] {
  return items
    .map((text, index) => (index < items.length - 1 ? `${text},` : text))
    .map(indent);
}

/** Indents what stands on lines of its own; the inside of a text stays. */
function indent(line: string): string {
  return INDENT + line;
}

function levelOf({ expression }: ResolvedColumn): number {
  return expression.kind === 'derived' ? expression.level : 0;
}
