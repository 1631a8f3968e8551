import type { DbtProblem } from '../types';
import { joinPath } from './folders';
import { parseYaml } from '../yaml/parseYaml';
import { at, listOf, literalOf } from '../yaml/yamlValue';

/** Files of a project that list packages. */
export const PACKAGE_FILES = [
  'package-lock.yml',
  'packages.yml',
  'dependencies.yml',
] as const;

/**
 * Names of the packages that the project lists: `dbt_utils` for
 * `package: dbt-labs/dbt_utils`, the repository's name for `git:`.
 *
 * @param texts - contents of the project's files by path
 */
export function readPackages(
  texts: ReadonlyMap<string, string>,
  projectPath: string,
): {
  readonly names: readonly string[];
  readonly problems: readonly DbtProblem[];
} {
  const names = new Set<string>();
  const problems: DbtProblem[] = [];
  for (const file of PACKAGE_FILES) {
    const path = joinPath(projectPath, file);
    const { value, problems: found } = parseYaml(texts.get(path) ?? '');
    problems.push(...found.map(message => ({ path, message })));
    for (const entry of listOf(at(value, 'packages'))) {
      const name =
        literalOf(at(entry, 'name')) ??
        lastPart(at(entry, 'package')) ??
        lastPart(at(entry, 'git')) ??
        lastPart(at(entry, 'local'));
      if (name) {
        names.add(name);
      }
    }
  }
  return { names: [...names].sort(), problems };
}

function lastPart(value: unknown): string | undefined {
  const last = literalOf(value)
    ?.replace(/\/+$/, '')
    .split(/[/:]/)
    .at(-1)
    ?.replace(/\.git$/, '')
    // A project's own name has no hyphens, its repository often has
    .replace(/-/g, '_');
  return last || undefined;
}
