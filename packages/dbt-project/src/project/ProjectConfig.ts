import { parseYaml } from '../yaml/parseYaml';
import { at, listOf, literalOf, mapOf } from '../yaml/yamlValue';
import { joinPath, plainFolder } from './folders';

/** What `dbt_project.yml` says; all folders are from the repository's root. */
export interface ProjectConfig {
  readonly name: string;
  readonly modelPaths: readonly string[];
  readonly seedPaths: readonly string[];
  readonly snapshotPaths: readonly string[];
  readonly testPaths: readonly string[];
  readonly macroPaths: readonly string[];
  /** The config trees of each kind of resource, as written. */
  readonly trees: {
    readonly models: unknown;
    readonly seeds: unknown;
    readonly snapshots: unknown;
    readonly sources: unknown;
  };
}

/**
 * Reads `dbt_project.yml`.
 *
 * @param projectPath - folder of the file, in plain form
 * @returns `config: undefined` where the file is no project
 */
export function readProjectConfig(
  text: string,
  projectPath: string,
): {
  readonly config: ProjectConfig | undefined;
  readonly problems: readonly string[];
} {
  const { value, problems: yamlProblems } = parseYaml(text);
  const problems = [...yamlProblems];
  const root = mapOf(value);
  const name = literalOf(root.get('name'));
  if (!name) {
    problems.push('It has no `name`, so it is no dbt project');
    return { config: undefined, problems };
  }
  const paths = (key: string, fallback: string): readonly string[] => {
    const written = listOf(root.get(key));
    const folders = written.length > 0 ? written : [fallback];
    return folders.flatMap(folder => {
      const literal = literalOf(folder);
      const plain = literal === undefined ? undefined : plainFolder(literal);
      if (plain === undefined) {
        problems.push(`\`${key}\` has a folder outside the repository`);
        return [];
      }
      return [joinPath(projectPath, plain)];
    });
  };
  const config: ProjectConfig = {
    name,
    modelPaths: paths('model-paths', 'models'),
    seedPaths: paths('seed-paths', 'seeds'),
    snapshotPaths: paths('snapshot-paths', 'snapshots'),
    testPaths: paths('test-paths', 'tests'),
    macroPaths: paths('macro-paths', 'macros'),
    trees: {
      models: at(root, 'models'),
      seeds: at(root, 'seeds'),
      snapshots: at(root, 'snapshots'),
      sources: at(root, 'sources'),
    },
  };
  return { config, problems };
}
