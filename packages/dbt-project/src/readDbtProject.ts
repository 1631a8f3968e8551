import { findDefinitions, genericTestsOf } from './jinja/definitions';
import {
  readModel,
  readSeed,
  readSnapshots,
  readSources,
  type NodeContext,
} from './nodes/readNodes';
import { findFolder, joinPath, plainFolder } from './project/folders';
import { readLayout } from './project/layout';
import { PACKAGE_FILES, readPackages } from './project/packages';
import { readProjectConfig, type ProjectConfig } from './project/ProjectConfig';
import { readProperties } from './project/properties';
import type {
  DbtNode,
  DbtProblem,
  DbtProject,
  DbtProjectOptions,
  ProjectFiles,
} from './types';

/** Files fetched at once: enough to hide latency, few enough for any forge. */
const READ_CONCURRENCY = 16;

const YAML = /\.ya?ml$/;
const SQL = /\.sql$/;
const MODEL = /\.(?:sql|py)$/;
const CSV = /\.csv$/;

/**
 * Reads a dbt project from its files.
 *
 * @remarks
 * Runs nothing of the project. Precedence of configuration is dbt's: in the
 * SQL file > in the properties file > in `dbt_project.yml`. What cannot be
 * understood is skipped and listed in `problems`; without a readable
 * `dbt_project.yml` there are no nodes, because without it their identities
 * would be guesses.
 *
 * @returns nodes sorted by kind and path
 * @throws only what `files` throws
 * @public
 */
export async function readDbtProject(
  files: ProjectFiles,
  options: DbtProjectOptions,
): Promise<DbtProject> {
  const projectPath = plainFolder(options.projectPath);
  const projectFile = joinPath(projectPath ?? '', 'dbt_project.yml');
  const text =
    projectPath === undefined ? undefined : await files.read(projectFile);
  if (projectPath === undefined || text === undefined) {
    return emptyProject(projectPath ?? '', [
      { path: projectFile, message: 'There is no such file' },
    ]);
  }
  const { config, problems: found } = readProjectConfig(text, projectPath);
  const problems = found.map(message => ({ path: projectFile, message }));
  if (!config) {
    return emptyProject(projectPath, problems);
  }

  const paths = [...new Set(await files.list(projectPath))].sort();
  const texts = await readTexts(
    files,
    paths.filter(path => isTextNeeded(config, projectPath, path)),
  );
  const below = (roots: readonly string[], extension: RegExp) =>
    [...texts].flatMap(([path, content]) =>
      extension.test(path) && findFolder(roots, path)
        ? [{ path, text: content }]
        : [],
    );

  const properties = readProperties(below(resourcePaths(config), YAML));
  problems.push(...properties.problems);
  const definitions = below(
    [...config.testPaths, ...config.macroPaths],
    SQL,
  ).flatMap(file => findDefinitions(file.text));
  const context: NodeContext = {
    config,
    properties,
    problems,
    rules: {
      options,
      customSchemaAsIs: definitions.some(
        ({ kind, name }) => kind === 'macro' && name === 'generate_schema_name',
      ),
    },
  };

  const seeds: DbtNode[] = [];
  for (const path of paths) {
    if (CSV.test(path) && findFolder(config.seedPaths, path)) {
      seeds.push(await readSeed(path, () => files.read(path), context));
    }
  }
  const nodes = withoutDoubles(
    [
      ...seeds,
      ...readSources(context),
      ...below(config.snapshotPaths, SQL).flatMap(file =>
        readSnapshots(file.path, file.text, context),
      ),
      ...below(config.modelPaths, MODEL).map(file =>
        readModel(file.path, file.text, context),
      ),
    ],
    problems,
  );
  const packages = readPackages(texts, projectPath);
  problems.push(...packages.problems);
  return {
    nodes,
    groups: properties.groups,
    problems,
    layout: readLayout(config, paths, nodes, {
      packages: packages.names,
      genericTests: genericTestsOf(definitions),
    }),
  };
}

function resourcePaths(config: ProjectConfig): readonly string[] {
  return [...config.modelPaths, ...config.seedPaths, ...config.snapshotPaths];
}

function isTextNeeded(
  config: ProjectConfig,
  projectPath: string,
  path: string,
): boolean {
  const roots = [
    ...(YAML.test(path) ? resourcePaths(config) : []),
    ...(MODEL.test(path) ? config.modelPaths : []),
    ...(SQL.test(path)
      ? [...config.snapshotPaths, ...config.testPaths, ...config.macroPaths]
      : []),
  ];
  return (
    findFolder(roots, path) !== undefined ||
    PACKAGE_FILES.some(name => joinPath(projectPath, name) === path)
  );
}

async function readTexts(
  files: ProjectFiles,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let start = 0; start < paths.length; start += READ_CONCURRENCY) {
    const batch = paths.slice(start, start + READ_CONCURRENCY);
    const contents = await Promise.all(batch.map(path => files.read(path)));
    batch.forEach((path, index) => {
      const content = contents[index];
      if (content !== undefined) {
        texts.set(path, content);
      }
    });
  }
  return texts;
}

/** dbt wants names of models, seeds and snapshots unique; the first one stays. */
function withoutDoubles(
  nodes: readonly DbtNode[],
  problems: DbtProblem[],
): readonly DbtNode[] {
  const byName = new Map<string, DbtNode>();
  for (const node of nodes) {
    const name = `${node.sourceName ?? ''}.${node.name}`;
    const first = byName.get(name);
    // A disabled model may share its name with an enabled one
    if (!first || (!first.enabled && node.enabled)) {
      byName.set(name, node);
    } else if (node.enabled) {
      problems.push({
        path: node.path,
        message: `\`${node.name}\` is already the name of ${first.path}; this one is skipped`,
      });
    }
  }
  return [...byName.values()];
}

function emptyProject(
  projectPath: string,
  problems: readonly DbtProblem[],
): DbtProject {
  const models = joinPath(projectPath, 'models');
  return {
    layout: {
      projectName: '',
      modelPaths: [models],
      testPaths: [joinPath(projectPath, 'tests')],
      martFolder: joinPath(models, 'marts'),
      domains: [],
      propertiesLayout: 'per-model',
      martPrefixes: [],
      packages: [],
      genericTests: [],
    },
    nodes: [],
    groups: [],
    problems,
  };
}
