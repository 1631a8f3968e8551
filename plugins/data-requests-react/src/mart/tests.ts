import type {
  InputDataset,
  MartColumn,
  MartSpec,
  MartTest,
} from '@suido/backstage-plugin-data-requests-common';
import { isNumber, martColumnTypes } from './columnTypes';

/** @public */
export type TestKind = MartTest['kind'];

/** The rules that make sense for a column of the mart. @public */
export function testsFor(
  spec: MartSpec,
  column: MartColumn,
  datasets: readonly InputDataset[],
): TestKind[] {
  const type = martColumnTypes(spec, datasets).get(column.name);
  const isSourced = column.role !== 'measure' && column.role !== 'derived';
  const hasFewValues =
    column.role !== 'measure' && (type === 'text' || type === undefined);
  return [
    'not-null',
    ...(isSourced ? (['unique'] as const) : []),
    ...(isNumber(type) ? (['not-negative'] as const) : []),
    ...(hasFewValues ? (['accepted-values'] as const) : []),
  ];
}

/** Adds a rule, or takes it away where it is there. @public */
export function toggleTest(
  spec: MartSpec,
  kind: TestKind,
  column: string,
): MartSpec {
  const others = spec.tests.filter(
    test => test.kind !== kind || test.column !== column,
  );
  if (others.length < spec.tests.length) {
    return { ...spec, tests: others };
  }
  const added: MartTest =
    kind === 'accepted-values'
      ? { kind, column, values: [] }
      : { kind, column };
  return { ...spec, tests: [...spec.tests, added] };
}

/** The allowed values of a column, with the place of their rule. @public */
export function acceptedValuesOf(
  spec: MartSpec,
  column: string,
): { index: number; values: readonly string[] } | undefined {
  const index = spec.tests.findIndex(
    test => test.kind === 'accepted-values' && test.column === column,
  );
  const test = spec.tests[index];
  return test?.kind === 'accepted-values'
    ? { index, values: test.values }
    : undefined;
}

/** Replaces the allowed values of a column. @public */
export function withAcceptedValues(
  spec: MartSpec,
  column: string,
  values: string[],
): MartSpec {
  return {
    ...spec,
    tests: spec.tests.map(test =>
      test.kind === 'accepted-values' && test.column === column
        ? { ...test, values }
        : test,
    ),
  };
}
