import type {
  Column,
  ColumnRecord,
  TestRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { datasetPlatform } from '@suido/vocabulary';
import { ColumnIndex, type ToldColumn } from './ColumnIndex';
import { hasText } from './completeness';
import type { DatasetTelling, PortalEdit } from './DatasetTelling';

/**
 * Platforms that tell columns apart by case. Elsewhere one teller writes them
 * in capitals (Snowflake's catalog) and another in small letters (dbt).
 */
const CASE_SENSITIVE_PLATFORMS: ReadonlySet<string> = new Set([
  'clickhouse',
  'kafka',
  'postgres',
]);

/** Kinds that describe tables; every other reads them where they are. */
const DESCRIBING_KINDS: ReadonlySet<string> = new Set([
  'dbt',
  'inferred',
  'odcs',
  'push',
]);

/**
 * The columns of a dataset.
 *
 * @remarks
 * A warehouse that tells columns decides which there are, and in which order;
 * a field of a struct that it tells as a whole may come from another teller.
 * Where no warehouse tells, columns are those of the first teller and then
 * those that only others know. Names are matched exactly, else by folded case
 * where that is unambiguous and the platform allows.
 */
export function mergeColumns(
  namespace: string,
  tellings: {
    readonly meaning: readonly DatasetTelling[];
    readonly physical: readonly DatasetTelling[];
  },
  tests: readonly TestRecord[],
  edit: PortalEdit | undefined,
): Column[] {
  const telling = tellings.physical.filter(
    ({ record }) => record.columns && record.columns.length > 0,
  );
  const isFolded = !CASE_SENSITIVE_PLATFORMS.has(datasetPlatform(namespace));
  const told = collectColumns(telling, isFolded);
  const testsOf = testsByColumn(tests, isFolded);
  const editOf = editsByColumn(edit);
  return told.map((column, position) => {
    const physical = telling.flatMap(each => column.records.get(each) ?? []);
    const written = editOf?.get(column.name);
    let definition = written;
    let definedBy = written && 'portal';
    let tier: Column['tier'];
    const tags = new Set<string>();
    for (const each of tellings.meaning) {
      const record = column.records.get(each);
      if (record) {
        if (!definition && hasText(record.definition)) {
          definition = record.definition;
          definedBy = each.source;
        }
        tier ??= record.tier;
        record.tags?.forEach(tag => tags.add(tag));
      }
    }
    return {
      name: column.name,
      position,
      type: firstOf(physical, 'type'),
      isNullable: firstOf(physical, 'isNullable'),
      definition: definition ?? {},
      tier,
      tags: [...tags],
      tests: testsOf?.(column.name) ?? [],
      definedBy,
    };
  });
}

function firstOf<K extends 'type' | 'isNullable'>(
  records: readonly ColumnRecord[],
  field: K,
): ColumnRecord[K] | undefined {
  for (const record of records) {
    if (record[field] !== undefined) {
      return record[field];
    }
  }
  return undefined;
}

function collectColumns(
  tellings: readonly DatasetTelling[],
  isFolded: boolean,
): ToldColumn[] {
  const columns: ToldColumn[] = [];
  const index = new ColumnIndex(isFolded);
  const [decider] = tellings;
  const isDecided = decider && !DESCRIBING_KINDS.has(decider.kind);
  for (const telling of tellings) {
    for (const record of telling.record.columns ?? []) {
      const found =
        telling === decider
          ? index.exactly(record.name)
          : index.find(record.name, telling);
      if (found) {
        // Told twice by one source: the first counts.
        if (!found.records.has(telling)) {
          found.records.set(telling, record);
        }
      } else {
        const parent = isDecided && telling !== decider;
        const position = parent
          ? placeInStruct(record.name, columns, index)
          : columns.length;
        if (position !== undefined) {
          const column = {
            name: record.name,
            records: new Map([[telling, record]]),
          };
          columns.splice(position, 0, column);
          index.add(column);
        }
      }
    }
  }
  return columns;
}

/**
 * Behind the struct, and the fields of it that are there already.
 * @returns `undefined` where there is no such struct
 */
function placeInStruct(
  name: string,
  columns: readonly ToldColumn[],
  index: ColumnIndex,
): number | undefined {
  const end = name.lastIndexOf('.');
  const struct = end > 0 ? index.find(name.slice(0, end)) : undefined;
  if (!struct) {
    return undefined;
  }
  let position = columns.indexOf(struct) + 1;
  while (columns[position]?.name.startsWith(`${struct.name}.`)) {
    position += 1;
  }
  return position;
}

function testsByColumn(
  tests: readonly TestRecord[],
  isFolded: boolean,
): ((name: string) => string[]) | undefined {
  if (tests.length === 0) {
    return undefined;
  }
  const fold = (name: string) => (isFolded ? name.toLowerCase() : name);
  const byColumn = new Map<string, Set<string>>();
  for (const { name, columns = [] } of tests) {
    for (const column of columns) {
      const names = byColumn.get(fold(column)) ?? new Set();
      byColumn.set(fold(column), names.add(name));
    }
  }
  return name => [...(byColumn.get(fold(name)) ?? [])];
}

function editsByColumn(edit: PortalEdit | undefined) {
  return (
    edit?.columns &&
    new Map(
      Object.entries(edit.columns).flatMap(([name, { definition }]) =>
        definition && hasText(definition) ? [[name, definition]] : [],
      ),
    )
  );
}
