import type {
  MartSpec,
  MartTest,
} from '@suido/backstage-plugin-data-requests-common';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
} from 'yaml';
import type { FieldLocator } from './locateField';

/** Keys and positions on the way to a value. */
type Way = readonly (string | number)[];

const CONFIG_FIELDS: Readonly<Record<string, string>> = {
  group: 'owner',
  partition_by: 'partition',
  cluster_by: 'partition',
};

const META_FIELDS: Readonly<Record<string, string>> = {
  owner: 'owner',
  question: 'question',
  purpose: 'purpose',
  update_frequency: 'updateFrequency',
  sensitivity_tier: 'tier',
  description_ja: 'definition',
  partition: 'partition',
};

const TEST_KINDS: Readonly<Record<string, MartTest['kind']>> = {
  unique: 'unique',
  not_null: 'not-null',
  accepted_values: 'accepted-values',
};

/**
 * Fields behind the lines of a properties file of dbt. Other models in the
 * same file belong to no field.
 */
export function locateInProperties(
  spec: MartSpec,
  content: string,
): FieldLocator {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  return line => {
    const [list, index, ...way] = wayTo(document.contents, line, lines);
    if (typeof list !== 'string' || typeof index !== 'number') {
      return undefined;
    }
    const textAt = (...more: Way) => scalarAt(document, [list, index, ...more]);
    switch (list) {
      case 'models':
        return textAt('name') === spec.name
          ? fieldOfModel(spec, way, textAt, more =>
              testNameAt(document, [list, index, ...more]),
            )
          : undefined;
      case 'unit_tests':
        return textAt('model') === spec.name ? 'unitTest' : undefined;
      case 'exposures':
        return fieldOfExposure(spec, textAt('name'));
      default:
        return undefined;
    }
  };
}

function fieldOfModel(
  spec: MartSpec,
  [key, ...way]: Way,
  textAt: (...way: Way) => string | undefined,
  testAt: (way: Way) => string | undefined,
): string | undefined {
  switch (key) {
    case 'name':
      return 'name';
    case 'description':
      return 'definition';
    case 'config':
      return fieldOfConfig(spec, way);
    case 'data_tests':
      return 'grain';
    case 'columns': {
      const [position, ...inside] = way;
      const name =
        typeof position === 'number'
          ? textAt('columns', position, 'name')
          : undefined;
      return name === undefined
        ? undefined
        : fieldOfColumn(spec, name, inside, test =>
            testAt(['columns', ...way.slice(0, 1), 'data_tests', test]),
          );
    }
    default:
      return undefined;
  }
}

function fieldOfConfig(spec: MartSpec, [key, ...way]: Way): string | undefined {
  const [metaKey, position] = way;
  if (key !== 'meta') {
    return fieldIn(CONFIG_FIELDS, key);
  }
  if (metaKey !== 'consumers') {
    return fieldIn(META_FIELDS, metaKey);
  }
  // Consumers without a name are not written
  const written = spec.consumers.flatMap(({ name }, index) =>
    name.trim() === '' ? [] : [index],
  );
  const index = typeof position === 'number' ? written.at(position) : undefined;
  return index === undefined ? 'consumers' : `consumers.${index}`;
}

function fieldOfColumn(
  spec: MartSpec,
  name: string,
  [key, ...way]: Way,
  testAt: (position: number) => string | undefined,
): string | undefined {
  const index = spec.columns.findIndex(column => column.name === name);
  if (index < 0) {
    return undefined;
  }
  const field = `columns.${index}`;
  const [next, last] = way;
  switch (key) {
    case 'name':
      return `${field}.name`;
    case 'description':
      return `${field}.definition`;
    case 'config':
      return last === 'description_ja' ? `${field}.definition` : field;
    case 'data_tests':
      return (
        (typeof next === 'number'
          ? fieldOfTest(spec, name, testAt(next))
          : undefined) ?? field
      );
    default:
      return field;
  }
}

/** A test of a column: one of the spec's, or what its grain promises. */
function fieldOfTest(
  spec: MartSpec,
  column: string,
  test: string | undefined,
): string | undefined {
  if (test === undefined) {
    return undefined;
  }
  const kind = fieldIn(TEST_KINDS, test) ?? 'not-negative';
  const index = spec.tests.findIndex(
    each => each.kind === kind && each.column === column,
  );
  if (index >= 0) {
    return `tests.${index}`;
  }
  const isPromised =
    (kind === 'unique' || kind === 'not-null') &&
    spec.grain.length === 1 &&
    spec.grain[0] === column;
  return isPromised ? 'grain' : undefined;
}

/** An exposure is named after its place in the list of consumers. */
function fieldOfExposure(
  spec: MartSpec,
  name: string | undefined,
): string | undefined {
  const index = spec.consumers.findIndex(
    ({ kind }, position) => name === `${spec.name}_${kind}_${position + 1}`,
  );
  return index < 0 ? undefined : `consumers.${index}`;
}

function fieldIn<T>(
  fields: Readonly<Record<string, T>>,
  key: string | number | undefined,
): T | undefined {
  return typeof key === 'string' && Object.hasOwn(fields, key)
    ? fields[key]
    : undefined;
}

/** The innermost value that a line shows a part of. */
function wayTo(node: unknown, line: number, lines: LineCounter): Way {
  const covers = (first: unknown, last: unknown) => {
    const start = isNode(first) ? first.range?.[0] : undefined;
    const range = isNode(last) ? last.range : undefined;
    const end = Math.max(start ?? 0, (range?.[1] ?? 0) - 1);
    return (
      start !== undefined &&
      lines.linePos(start).line <= line &&
      line <= lines.linePos(end).line
    );
  };
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && covers(key, value ?? key)) {
        return [String(key.value), ...wayTo(value, line, lines)];
      }
    }
  } else if (isSeq(node)) {
    const index = node.items.findIndex(item => covers(item, item));
    return index < 0 ? [] : [index, ...wayTo(node.items[index], line, lines)];
  }
  return [];
}

function scalarAt(document: Document, way: Way): string | undefined {
  const value = document.getIn(way);
  return typeof value === 'string' ? value : undefined;
}

/** `not_null`, or the one key of `accepted_values: {…}`. */
function testNameAt(document: Document, way: Way): string | undefined {
  const test = document.getIn(way);
  if (typeof test === 'string') {
    return test;
  }
  const [first] = isMap(test) ? test.items : [];
  return isScalar(first?.key) ? String(first.key.value) : undefined;
}
