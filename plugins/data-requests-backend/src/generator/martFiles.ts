import { InputError } from '@backstage/errors';
import {
  IDENTIFIER_PATTERN,
  type FileChange,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { findGroup } from '../repository/dbtGroups';
import type { RepositoryView } from '../repository/RepositoryView';
import { isReservedWord } from '../sql/reservedWords';
import { SQL_DIALECTS } from '../sql/SqlDialect';
import { appendEntries, type Entries } from './appendEntries';
import { dbtDialect, martModelSql } from './martModelSql';
import { martExposures } from './martExposures';
import { martProperties } from './martProperties';
import { partitionProperties } from './partition';
import { planTests } from './planTests';
import type { ResolvedMart } from './ResolvedMart';
import { readUnitTest } from './unitTest/readUnitTest';
import { unitTestProperties } from './unitTest/unitTestProperties';
import { yamlText } from './yamlText';

/** Folder of a mart, from the root of the repository. */
export function martFolder(
  spec: Pick<MartSpec, 'domain'>,
  { project }: Pick<RepositoryView, 'project'>,
): string {
  return `${project.layout.martFolder}/${spec.domain}`;
}

/**
 * The files of a mart, sorted by path: model, properties, and tests that need
 * a file. Everything in them comes from the spec and the repository alone.
 *
 * @throws `InputError` where a name of the spec could not be part of a path
 */
export function martFiles(
  spec: MartSpec,
  mart: ResolvedMart,
  view: RepositoryView,
): readonly FileChange[] {
  const { project, target } = view;
  assertPathParts(spec, mart, view);
  const dialects = {
    plain: SQL_DIALECTS[target.dialect],
    rendered: dbtDialect(target.dialect),
  };
  const tests = planTests(spec, mart.columns, project.layout, dialects);
  const group = findGroup(project.groups, spec.owner);
  const partition = partitionProperties(spec.partition, mart.columns, {
    name: target.dialect,
    sql: dialects.plain,
  });
  // What does not fit the mart (any more) stays out; a check says so
  const unitTest = spec.unitTest && readUnitTest(spec.unitTest, mart).test;
  const entries: Entries = {
    models: [
      martProperties(
        spec,
        mart.columns,
        { group, tests, partition },
        dialects.plain,
      ),
    ],
    ...(unitTest
      ? {
          unit_tests: [unitTestProperties(spec.name, unitTest, dialects.plain)],
        }
      : {}),
  };
  const exposures = martExposures(spec, group);
  const [testFolder = `${target.projectPath}/tests`] = project.layout.testPaths;
  const files: FileChange[] = [
    {
      action: 'create',
      path: `${martFolder(spec, view)}/${spec.name}.sql`,
      content: martModelSql(mart, target.dialect),
    },
    propertiesChange(spec, entries, view),
    ...exposuresChange(spec, exposures, view),
    ...[...tests.files].map(
      ([name, content]): FileChange => ({
        action: 'create',
        path: `${testFolder}/${name}`,
        content,
      }),
    ),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The fence behind the checks: no path is made of anything else. */
function assertPathParts(
  { name, domain, grain, tests }: MartSpec,
  mart: ResolvedMart,
  { project }: RepositoryView,
): void {
  if (!IDENTIFIER_PATTERN.test(name) || isReservedWord(name)) {
    throw new InputError(`'${name}' is not a usable name for a mart`);
  }
  if (!project.layout.domains.includes(domain)) {
    throw new InputError(`There is no folder '${domain}' for marts`);
  }
  const names = new Set(mart.columns.map(column => column.name));
  const unknown = [...grain, ...tests.map(({ column }) => column)].find(
    column => !names.has(column),
  );
  if (unknown !== undefined) {
    throw new InputError(`The mart has no column '${unknown}' to test`);
  }
}

function propertiesChange(
  spec: MartSpec,
  entries: Entries,
  view: RepositoryView,
): FileChange {
  const folder = martFolder(spec, view);
  const shared = sharedPropertiesPath(folder, view);
  const previousContent = shared && view.sharedProperties.get(shared);
  if (shared && previousContent !== undefined) {
    const content = appendEntries(previousContent, entries);
    if (content !== undefined) {
      return { action: 'update', path: shared, previousContent, content };
    }
  }
  return {
    action: 'create',
    path: `${folder}/${spec.name}.yml`,
    content: yamlText({ version: 2, ...entries }),
  };
}

/**
 * Exposures have a file of their own, however the folder is arranged: they
 * come and go with the readers of the mart, not with the mart.
 */
function exposuresChange(
  spec: MartSpec,
  exposures: readonly object[],
  view: RepositoryView,
): readonly FileChange[] {
  return exposures.length === 0
    ? []
    : [
        {
          action: 'create',
          path: `${martFolder(spec, view)}/${spec.name}_exposures.yml`,
          content: yamlText({ version: 2, exposures }),
        },
      ];
}

/** The file that describes most models of the folder already. */
function sharedPropertiesPath(
  folder: string,
  { project, sharedProperties }: RepositoryView,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { path, propertiesPath } of project.nodes) {
    const isNeighbour = path.slice(0, path.lastIndexOf('/')) === folder;
    if (isNeighbour && propertiesPath && sharedProperties.has(propertiesPath)) {
      counts.set(propertiesPath, (counts.get(propertiesPath) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
