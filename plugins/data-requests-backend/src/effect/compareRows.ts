import type {
  RequestEffect,
  SampleRows,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';

/** Most examples that are shown. */
const MOST_EXAMPLES = 20;

/** Rows of a mart, and the columns that together identify one. */
export interface ComparedRows {
  readonly sample: Pick<SampleRows, 'columns' | 'rows'>;
  readonly grain: readonly string[];
}

type RowEffect = Extract<RequestEffect['rows'], { status: 'available' }>;
type Example = RowEffect['examples'][number];
type Row = readonly SampleValue[];

/**
 * What differs between the rows that a mart had and those that it has.
 *
 * @remarks
 * Where both have the same grain, rows with the same values in it are one row;
 * it changed where another column that both have says something else. Without
 * a common grain, rows are compared whole, by all columns that both have: then
 * none changes, it goes and comes. A column that only one side has makes no
 * difference to a row; that it came or went is told of the columns.
 *
 * Rows that are equal in all of that are matched one by one, so a grain that
 * does not identify rows (it should, but this is not yet merged) still counts
 * right.
 */
export function compareRows(
  before: ComparedRows,
  after: ComparedRows,
): RowEffect {
  const namesBefore = namesOf(before);
  const namesAfter = namesOf(after);
  const common = namesAfter.filter(name => namesBefore.includes(name));
  const key = commonGrain(before, after, common) ?? common;
  const old = groupsOf(before, key);
  const young = groupsOf(after, key);

  const removed: Row[] = [];
  const added: Row[] = [];
  const changed: { before: Row; after: Row }[] = [];
  for (const group of new Set([...old.keys(), ...young.keys()])) {
    const { left, right } = withoutEqual(
      old.get(group) ?? [],
      young.get(group) ?? [],
      {
        before: positionsOf(namesBefore, common),
        after: positionsOf(namesAfter, common),
      },
    );
    const pairs = Math.min(left.length, right.length);
    left.slice(0, pairs).forEach((row, index) => {
      changed.push({ before: row, after: right[index] });
    });
    removed.push(...left.slice(pairs));
    added.push(...right.slice(pairs));
  }

  const columns = [
    ...namesAfter,
    ...namesBefore.filter(name => !namesAfter.includes(name)),
  ];
  const shownBefore = (row: Row) => rowFor(columns, namesBefore, row);
  const shownAfter = (row: Row) => rowFor(columns, namesAfter, row);
  return {
    status: 'available',
    rowsBefore: before.sample.rows.length,
    rowsAfter: after.sample.rows.length,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    columns,
    examples: inTurns([
      changed.map(pair => ({
        change: 'changed',
        before: shownBefore(pair.before),
        after: shownAfter(pair.after),
      })),
      removed.map(row => ({ change: 'removed', before: shownBefore(row) })),
      added.map(row => ({ change: 'added', after: shownAfter(row) })),
    ]),
  };
}

function namesOf({ sample }: ComparedRows): string[] {
  return sample.columns.map(({ name }) => name);
}

/** The grain, where both have the same one and its columns. */
function commonGrain(
  before: ComparedRows,
  after: ComparedRows,
  common: readonly string[],
): readonly string[] | undefined {
  const grain = new Set(after.grain);
  const isSame =
    grain.size > 0 &&
    grain.size === new Set(before.grain).size &&
    before.grain.every(name => grain.has(name));
  return isSame && [...grain].every(name => common.includes(name))
    ? [...grain]
    : undefined;
}

function groupsOf(
  compared: ComparedRows,
  key: readonly string[],
): Map<string, Row[]> {
  const positions = positionsOf(namesOf(compared), key);
  const groups = new Map<string, Row[]>();
  for (const row of compared.sample.rows) {
    const id = idOf(row, positions);
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

/** Both lists without the rows that have an equal one in the other. */
function withoutEqual(
  before: readonly Row[],
  after: readonly Row[],
  positions: { readonly before: number[]; readonly after: number[] },
): { left: Row[]; right: Row[] } {
  const waiting = new Map<string, Row[]>();
  for (const row of after) {
    const id = idOf(row, positions.after);
    waiting.set(id, [...(waiting.get(id) ?? []), row]);
  }
  const left = before.filter(row => {
    const found = waiting.get(idOf(row, positions.before));
    return found?.pop() === undefined;
  });
  return { left, right: [...waiting.values()].flat() };
}

/** Values tell their kind: the text `1` is not the number. */
function idOf(row: Row, positions: readonly number[]): string {
  return JSON.stringify(positions.map(position => row[position]));
}

function positionsOf(
  names: readonly string[],
  wanted: readonly string[],
): number[] {
  return wanted.map(name => names.indexOf(name));
}

/** A row in the order of the columns shown; empty where it has none. */
function rowFor(
  columns: readonly string[],
  names: readonly string[],
  row: Row,
): SampleValue[] {
  return positionsOf(names, columns).map(position =>
    position < 0 ? null : row[position],
  );
}

/** Of each kind one, in turns, so that none crowds out the others. */
function inTurns(kinds: readonly (readonly Example[])[]): Example[] {
  const longest = Math.max(...kinds.map(kind => kind.length));
  return Array.from({ length: longest }, (_, index) =>
    kinds.flatMap(kind => kind.slice(index, index + 1)),
  )
    .flat()
    .slice(0, MOST_EXAMPLES);
}
