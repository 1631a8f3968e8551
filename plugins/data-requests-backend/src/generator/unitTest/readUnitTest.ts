import type {
  MartUnitTest,
  SampleValue,
} from '@suido/backstage-plugin-data-requests-common';
import { MASKED_FROM_TIER } from '@suido/vocabulary';
import type { ViewDataset } from '../../repository/RepositoryView';
import type { ValueType } from '../../sql/ValueType';
import { neededColumns } from '../neededColumns';
import type { ResolvedMart } from '../ResolvedMart';
import { isExampleValue } from './exampleValues';

/** Rows, cell by cell, with the types of their columns. */
export interface ExampleRows {
  readonly columns: readonly {
    readonly name: string;
    readonly type: ValueType;
  }[];
  readonly rows: readonly (readonly SampleValue[])[];
}

/** A unit test that fits its mart. */
export interface ReadUnitTest {
  readonly given: readonly (ExampleRows & { readonly dataset: ViewDataset })[];
  readonly expected: ExampleRows;
}

/** Why a unit test is not written; `field` is below `unitTest`. */
export interface UnitTestProblem {
  readonly what: 'outdated' | 'confidential' | 'value' | 'empty';
  readonly field?: string;
  /** Column that is confidential, or value that does not fit. */
  readonly named?: string;
}

/**
 * Reads confirmed example rows against the mart as it is now.
 *
 * @remarks
 * There is one list of given rows per dataset, under the first of its aliases,
 * with exactly the columns that the mart reads. Rows of confidential columns
 * are refused even where they are masked: no copy of them goes into git.
 */
export function readUnitTest(
  { given, expected }: MartUnitTest,
  mart: ResolvedMart,
):
  | { readonly test: ReadUnitTest; readonly problems: readonly [] }
  | { readonly test?: undefined; readonly problems: UnitTestProblem[] } {
  const inputs = exampleInputs(mart);
  const confidential = inputs.flatMap(({ alias, columns }, index) =>
    columns
      .filter(({ tier }) => tier >= MASKED_FROM_TIER)
      .map(
        ({ name }): UnitTestProblem => ({
          what: 'confidential',
          field: `given.${index}`,
          named: `${alias}.${name}`,
        }),
      ),
  );
  if (confidential.length > 0) {
    return { problems: confidential };
  }
  const rowsOf = inputs.map(({ alias, columns }) => {
    const matching = given.filter(({ source }) => source === alias);
    return matching.length === 1 ? inOrder(matching[0], columns) : undefined;
  });
  const expectedRows = inOrder(expected, mart.columns);
  const read = rowsOf.flatMap((rows, index) =>
    rows
      ? [
          {
            dataset: inputs[index].dataset,
            columns: inputs[index].columns,
            rows,
          },
        ]
      : [],
  );
  if (
    given.length !== inputs.length ||
    read.length !== inputs.length ||
    !expectedRows
  ) {
    return { problems: [{ what: 'outdated' }] };
  }
  const test = {
    given: read,
    expected: { columns: mart.columns, rows: expectedRows },
  };
  const wrong = [
    ...read.flatMap((rows, index) => wrongValues(rows, `given.${index}`)),
    ...wrongValues(test.expected, 'expected'),
  ];
  if (wrong.length > 0) {
    return { problems: wrong };
  }
  return expectedRows.length === 0
    ? { problems: [{ what: 'empty' }] }
    : { test, problems: [] };
}

/** What example rows are given of: a dataset, and what the mart reads of it. */
export function exampleInputs(mart: ResolvedMart) {
  return [...neededColumns(mart).values()].map(({ dataset, columns }) => ({
    dataset,
    alias: mart.sources.find(source => source.dataset === dataset)?.alias ?? '',
    columns: columns.flatMap(name => {
      const column = dataset.columns.get(name);
      return column
        ? [{ name, type: column.valueType, tier: column.tier }]
        : [];
    }),
  }));
}

/** Cells in the order of the columns, which must be exactly those. */
function inOrder(
  table: MartUnitTest['expected'],
  columns: readonly { readonly name: string }[],
): readonly (readonly SampleValue[])[] | undefined {
  const positions = columns.map(({ name }) => table.columns.indexOf(name));
  const fits =
    table.columns.length === columns.length &&
    !positions.includes(-1) &&
    table.rows.every(row => row.length === columns.length);
  return fits
    ? table.rows.map(row => positions.map(position => row[position]))
    : undefined;
}

function wrongValues(
  { columns, rows }: ExampleRows,
  field: string,
): readonly UnitTestProblem[] {
  return rows.flatMap((row, rowIndex) =>
    row.flatMap((value, index): UnitTestProblem[] =>
      isExampleValue(value, columns[index])
        ? []
        : [
            {
              what: 'value',
              field: `${field}.rows.${rowIndex}`,
              named: String(value),
            },
          ],
    ),
  );
}
