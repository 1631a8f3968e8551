import type { DbtLayout, DbtNode } from '../types';
import { MART_PREFIXES, modelPlace } from '../nodes/layer';
import { baseName, findFolder, joinPath, pathBelow } from './folders';
import type { ProjectConfig } from './ProjectConfig';

/**
 * How the project arranges its marts, read from what is there.
 *
 * @param paths - all files of the project, from the root of the repository
 */
export function readLayout(
  config: ProjectConfig,
  paths: readonly string[],
  nodes: readonly DbtNode[],
  found: Pick<DbtLayout, 'packages' | 'genericTests'>,
): DbtLayout {
  const models = nodes.filter(({ kind }) => kind === 'model');
  const marts = models.filter(({ layer }) => layer === 'mart');
  const martFolder = findMartFolder(config, paths);
  return {
    projectName: config.name,
    modelPaths: config.modelPaths,
    testPaths: config.testPaths,
    martFolder,
    domains: domainsOf(martFolder, paths),
    propertiesLayout:
      propertiesLayoutOf(marts) ?? propertiesLayoutOf(models) ?? 'per-model',
    martPrefixes: prefixesOf(marts),
    ...found,
  };
}

function findMartFolder(
  config: ProjectConfig,
  paths: readonly string[],
): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const place = findFolder(config.modelPaths, path);
    if (place) {
      const folders = place.below.split('/').slice(0, -1);
      const { layer, layerFolder } = modelPlace(folders, '');
      if (layer === 'mart' && layerFolder !== undefined) {
        const folder = joinPath(place.folder, layerFolder);
        counts.set(folder, (counts.get(folder) ?? 0) + 1);
      }
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? joinPath(config.modelPaths[0] ?? 'models', 'marts');
}

function domainsOf(
  martFolder: string,
  paths: readonly string[],
): readonly string[] {
  const domains = paths.flatMap(path => {
    const [domain, ...rest] = pathBelow(martFolder, path)?.split('/') ?? [];
    return domain && rest.length > 0 ? [domain] : [];
  });
  return [...new Set(domains)].sort();
}

/** The layout of most models that are described; `undefined` where none is. */
function propertiesLayoutOf(
  models: readonly DbtNode[],
): DbtLayout['propertiesLayout'] | undefined {
  const described = models.flatMap(({ name, propertiesPath }) =>
    propertiesPath ? [baseName(propertiesPath) === name] : [],
  );
  if (described.length === 0) {
    return undefined;
  }
  const perModel = described.filter(Boolean).length;
  return perModel * 2 >= described.length ? 'per-model' : 'per-folder';
}

function prefixesOf(marts: readonly DbtNode[]): readonly string[] {
  return MART_PREFIXES.map(prefix => ({
    prefix,
    count: marts.filter(({ name }) => name.startsWith(prefix)).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ prefix }) => prefix);
}
