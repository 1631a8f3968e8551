import type { MartSpec } from '@suido/backstage-plugin-data-requests-common';
import type { DbtLayout } from '@suido/dbt-project';
import { neutraliseTestArgument } from '../sql/jinjaText';
import type { SqlDialect } from '../sql/SqlDialect';
import { readFilterValue } from './readFilterValue';
import type { ResolvedColumn } from './ResolvedMart';
import { grainTestSql, notNegativeTestSql } from './singularTests';
import { bareWord } from './yamlText';

/** An entry of `data_tests`: a name, or a name with its arguments. */
export type DataTest =
  | ReturnType<typeof bareWord>
  | { readonly [name: string]: { readonly arguments: object } };

/** The tests of a mart, by where dbt wants them. */
export interface PlannedTests {
  readonly ofModel: readonly DataTest[];
  readonly ofColumns: ReadonlyMap<string, readonly DataTest[]>;
  /** SQL by file name, for what no generic test of the project says. */
  readonly files: ReadonlyMap<string, string>;
}

/** Names that projects give to a test of theirs that finds negative numbers. */
const NOT_NEGATIVE_TESTS = [
  'is_non_negative',
  'not_negative',
  'non_negative',
  'is_not_negative',
];

/**
 * Turns grain and tests of a spec into tests of the project: its own generic
 * tests and installed packages where they serve, else a test file.
 *
 * @param dialect - for files and arguments, which dbt renders
 */
export function planTests(
  spec: Pick<MartSpec, 'name' | 'grain' | 'tests'>,
  columns: readonly ResolvedColumn[],
  layout: Pick<DbtLayout, 'packages' | 'genericTests'>,
  dialects: { readonly plain: SqlDialect; readonly rendered: SqlDialect },
): PlannedTests {
  const ofModel: DataTest[] = [];
  const ofColumns = new Map<string, Map<string, DataTest>>();
  const files = new Map<string, string>();
  const add = (column: string, kind: string, test: DataTest) => {
    const tests = ofColumns.get(column) ?? new Map<string, DataTest>();
    if (!tests.has(kind)) {
      tests.set(kind, test);
    }
    ofColumns.set(column, tests);
  };

  if (spec.grain.length === 1) {
    add(spec.grain[0], 'unique', bareWord('unique'));
    add(spec.grain[0], 'not-null', bareWord('not_null'));
  } else if (spec.grain.length > 1) {
    if (layout.packages.includes('dbt_utils')) {
      ofModel.push({
        'dbt_utils.unique_combination_of_columns': {
          arguments: { combination_of_columns: [...spec.grain] },
        },
      });
    } else {
      files.set(
        `${spec.name}_grain.sql`,
        grainTestSql(spec.name, spec.grain, dialects.rendered),
      );
    }
  }

  const byName = new Map(columns.map(column => [column.name, column]));
  for (const test of spec.tests) {
    const { kind, column } = test;
    const type = byName.get(column)?.type;
    if (kind === 'unique') {
      add(column, kind, bareWord('unique'));
    } else if (kind === 'not-null') {
      add(column, kind, bareWord('not_null'));
    } else if (kind === 'not-negative') {
      const generic = NOT_NEGATIVE_TESTS.find(name =>
        layout.genericTests.includes(name),
      );
      if (generic) {
        add(column, kind, bareWord(generic));
      } else {
        files.set(
          `${spec.name}_${column}_not_negative.sql`,
          notNegativeTestSql(spec.name, column, dialects.rendered),
        );
      }
    } else if (type) {
      const literals = test.values.flatMap(
        value => readFilterValue(value, type) ?? [],
      );
      const isBare = ['integer', 'decimal', 'boolean'].includes(type.type);
      add(column, kind, {
        accepted_values: {
          arguments: {
            values: literals.map(({ text }) =>
              isBare ? text : quotedByTest(text, dialects.plain),
            ),
            ...(isBare ? { quote: false } : {}),
          },
        },
      });
    }
  }
  return {
    ofModel,
    ofColumns: new Map(
      [...ofColumns].map(([name, tests]) => [name, [...tests.values()]]),
    ),
    files,
  };
}

/** dbt's `accepted_values` puts quotes around a value, and does no more. */
function quotedByTest(text: string, plain: SqlDialect): string {
  return neutraliseTestArgument(plain.textLiteral(text).slice(1, -1));
}
