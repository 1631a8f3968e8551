import { parse } from 'yaml';

/** The variables of `dbt_project.yml`; those of the project itself win. */
export function readVars(
  projectFile: string,
  projectName: string,
): ReadonlyMap<string, unknown> {
  const root: unknown = parse(projectFile, {
    mapAsMap: true,
    merge: true,
    maxAliasCount: 100,
  });
  const vars = at(root, 'vars');
  const found = new Map<string, unknown>();
  for (const scope of [vars, at(vars, projectName)]) {
    if (scope instanceof Map) {
      for (const [name, value] of scope) {
        if (isScalar(value)) {
          found.set(String(name), value);
        }
      }
    }
  }
  return found;
}

function at(value: unknown, key: string): unknown {
  return value instanceof Map ? value.get(key) : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
