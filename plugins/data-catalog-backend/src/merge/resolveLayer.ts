import type { Layer } from '@suido/vocabulary';
import type { LayerRule } from './MergeConfig';

/** The layer by configured rules; `undefined` where none fits. */
export function layerByRules(
  dataset: { name: string; path?: string; tags: readonly string[] },
  rules: readonly LayerRule[],
): Layer | undefined {
  const parts = dataset.name.toLowerCase().split('.');
  const shortName = parts.at(-1) ?? '';
  return rules.find(
    ({ folder, schema, prefix, tag }) =>
      (folder === undefined || isBelow(dataset.path, folder)) &&
      (schema === undefined || parts.at(-2) === schema.toLowerCase()) &&
      (prefix === undefined || shortName.startsWith(prefix.toLowerCase())) &&
      (tag === undefined || dataset.tags.includes(tag)),
  )?.layer;
}

function isBelow(path: string | undefined, folder: string): boolean {
  return (
    path !== undefined && path.startsWith(`${folder.replace(/\/+$/, '')}/`)
  );
}
