import { mapOf, type YamlMap } from '../yaml/yamlValue';

/** Keys that dbt also takes without `+` in `dbt_project.yml`. */
const PLAIN_KEYS: ReadonlySet<string> = new Set([
  'access',
  'alias',
  'database',
  'delimiter',
  'enabled',
  'group',
  'materialized',
  'schema',
]);

/**
 * The configuration that `dbt_project.yml` gives to a resource.
 *
 * @remarks
 * Walks the tree along the fully qualified name: the root, the project, each
 * folder, the resource. Deeper values win; `meta` is merged key by key.
 *
 * Source: dbt docs, "Configs and properties: Config inheritance".
 *
 * @param tree - value of `models:`, `seeds:`, … as parsed
 * @param fqn - `[project, ...folders, name]`
 */
export function inheritedConfig(
  tree: unknown,
  fqn: readonly string[],
): YamlMap {
  let config: YamlMap = ownConfig(tree);
  let subtree: unknown = tree;
  for (const part of fqn) {
    subtree = mapOf(subtree).get(part);
    if (!(subtree instanceof Map)) {
      break;
    }
    config = mergeConfig(config, ownConfig(subtree));
  }
  return config;
}

/**
 * `over` on top of `base`, where `meta` is merged key by key.
 */
export function mergeConfig(base: YamlMap, over: YamlMap): YamlMap {
  const merged = new Map([...base, ...over]);
  const metas = [base.get('meta'), over.get('meta')].filter(
    meta => meta instanceof Map,
  );
  if (metas.length > 0) {
    merged.set('meta', new Map(metas.flatMap(meta => [...mapOf(meta)])));
  }
  return merged;
}

function ownConfig(tree: unknown): YamlMap {
  const config = new Map<unknown, unknown>();
  for (const [key, value] of mapOf(tree)) {
    if (typeof key !== 'string') {
      continue;
    }
    if (key.startsWith('+')) {
      config.set(key.slice(1), value);
    } else if (PLAIN_KEYS.has(key) && !(value instanceof Map)) {
      config.set(key, value);
    }
  }
  return config;
}
