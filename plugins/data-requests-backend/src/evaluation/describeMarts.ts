import { createUpstreamLookup, type DbtNode } from '@suido/dbt-project';
import type { AuthoredText } from '@suido/vocabulary';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { dbtDialect } from '../generator/martModelSql';
import { grainTestSql } from '../generator/singularTests';
import type { TargetState } from '../repository/RepositoryReader';
import type { SqlDialect } from '../sql/SqlDialect';

/** A mart that exists, as far as the repository tells. */
export interface MartDescription {
  readonly key: string;
  readonly name: string;
  readonly definition: AuthoredText;
  readonly question?: string;
  readonly purpose?: string;
  /** Entity ref, where known. */
  readonly owner?: string;
  /** Datasets that it reads. */
  readonly sources: readonly { readonly key: string; readonly name: string }[];
  /** Names of its columns. */
  readonly columns: readonly string[];
  /** Columns that together identify a row, where a test says so. */
  readonly grain?: readonly string[];
}

type RepositoryState = Pick<TargetState, 'snapshot' | 'view'>;

const metaSchema = z
  .object({ question: z.string().optional().catch(undefined) })
  .optional()
  .catch(undefined);
const testsSchema = z.array(z.unknown()).catch([]);
const entrySchema = z.object({
  name: z.string(),
  meta: metaSchema,
  config: z.object({ meta: metaSchema }).optional().catch(undefined),
  tests: testsSchema,
  data_tests: testsSchema,
  columns: z
    .array(
      z.object({
        name: z.string().catch(''),
        tests: testsSchema,
        data_tests: testsSchema,
      }),
    )
    .catch([]),
});
const combinationSchema = z.object({
  combination_of_columns: z.array(z.string()).min(1),
});
const combinationTestSchema = z.object({
  'dbt_utils.unique_combination_of_columns': z.union([
    z.object({ arguments: combinationSchema }).transform(
      // since dbt 1.10
      test => test.arguments.combination_of_columns,
    ),
    combinationSchema.transform(test => test.combination_of_columns),
  ]),
});

/** What the entry of a mart says beside what every dataset says. */
interface MartEntry {
  readonly question?: string;
  readonly grain?: readonly string[];
}

/** Reads each properties file once, however many marts it describes. */
class PropertiesReader {
  readonly #snapshot: RepositoryState['snapshot'];
  readonly #files = new Map<string, Promise<ReadonlyMap<string, MartEntry>>>();

  constructor({ snapshot }: RepositoryState) {
    this.#snapshot = snapshot;
  }

  async read({ name, propertiesPath }: DbtNode) {
    if (propertiesPath === undefined) {
      return undefined;
    }
    const reading =
      this.#files.get(propertiesPath) ??
      this.#snapshot.read(propertiesPath).then(readEntries);
    this.#files.set(propertiesPath, reading);
    return (await reading).get(name);
  }
}

/**
 * The marts of a repository, by name.
 *
 * @remarks
 * The same rule as for datasets: what is `private` is not shown, and it is not
 * told either that a mart reads it.
 */
export async function describeMarts(
  state: RepositoryState,
): Promise<MartDescription[]> {
  const { project, datasets } = state.view;
  const upstream = createUpstreamLookup(project);
  const visible = [...datasets.values()].filter(
    ({ node }) => node.access !== 'private',
  );
  const names = new Map(visible.map(({ input }) => [input.key, input.name]));
  const entries = new PropertiesReader(state);
  const marts = await Promise.all(
    visible
      .filter(({ input }) => input.layer === 'mart')
      .map(async ({ node, input }): Promise<MartDescription> => {
        const entry = await entries.read(node);
        const grain = entry?.grain ?? (await readGrainTest(node.name, state));
        return {
          key: input.key,
          name: input.name,
          definition: input.definition,
          ...(entry?.question && { question: entry.question }),
          ...(node.purpose && { purpose: node.purpose }),
          ...(input.owner && { owner: input.owner }),
          sources: [...new Set(upstream(node).map(({ key }) => key))].flatMap(
            key => {
              const name = names.get(key);
              return name === undefined ? [] : [{ key, name }];
            },
          ),
          columns: input.columns.map(({ name }) => name),
          ...(grain && { grain }),
        };
      }),
  );
  return marts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What cannot be read was already told as a problem of the project. */
function readEntries(text: string | undefined): Map<string, MartEntry> {
  const models = z
    .object({ models: z.array(z.unknown()) })
    .safeParse(parseYaml(text ?? ''));
  return new Map(
    (models.data?.models ?? []).flatMap(model => {
      const { data } = entrySchema.safeParse(model);
      return data ? [[data.name, readEntry(data)] as const] : [];
    }),
  );
}

function parseYaml(text: string): unknown {
  try {
    return parseDocument(text, { merge: true, logLevel: 'error' }).toJS();
  } catch {
    return undefined; // too many aliases
  }
}

function readEntry(entry: z.output<typeof entrySchema>): MartEntry {
  const combination = [...entry.data_tests, ...entry.tests].flatMap(
    test =>
      combinationTestSchema.safeParse(test).data?.[
        'dbt_utils.unique_combination_of_columns'
      ] ?? [],
  );
  const unique = entry.columns.find(({ data_tests: dataTests, tests }) =>
    [...dataTests, ...tests].some(isUniqueTest),
  );
  const grain = combination.length > 0 ? combination : unique && [unique.name];
  return {
    question: entry.config?.meta?.question ?? entry.meta?.question,
    ...(grain && { grain }),
  };
}

function isUniqueTest(test: unknown): boolean {
  return (
    test === 'unique' ||
    (typeof test === 'object' && test !== null && 'unique' in test)
  );
}

/** The grain that the portal's own test file of a mart states. */
async function readGrainTest(
  name: string,
  { snapshot, view }: RepositoryState,
): Promise<readonly string[] | undefined> {
  const { layout } = view.project;
  const dialect = dbtDialect(view.target.dialect);
  for (const folder of layout.testPaths) {
    const path = `${folder}/${name}_grain.sql`;
    const text = view.paths.has(path) ? await snapshot.read(path) : undefined;
    const grain = text && parseGrainTest(text, name, dialect);
    if (grain) {
      return grain;
    }
  }
  return undefined;
}

/** Believed only where writing the test anew gives the same text. */
function parseGrainTest(
  text: string,
  name: string,
  dialect: SqlDialect,
): readonly string[] | undefined {
  const [, list = ''] = /^select\n((?: {4}\S+,\n)+)/.exec(text) ?? [];
  const columns = list.match(/[a-z][a-z0-9_]*/g) ?? [];
  return columns.length > 0 && grainTestSql(name, columns, dialect) === text
    ? columns
    : undefined;
}
