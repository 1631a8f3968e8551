import type { Layer } from '@suido/vocabulary';

const FOLDERS: ReadonlyMap<string, Layer> = new Map([
  ['staging', 'staging'],
  ['stg', 'staging'],
  ['base', 'staging'],
  ['intermediate', 'intermediate'],
  ['int', 'intermediate'],
  ['marts', 'mart'],
  ['mart', 'mart'],
]);

const PREFIXES: ReadonlyMap<string, Layer> = new Map([
  ['stg_', 'staging'],
  ['base_', 'staging'],
  ['int_', 'intermediate'],
  ['fct_', 'mart'],
  ['dim_', 'mart'],
  ['mart_', 'mart'],
]);

/** Prefixes of names that say "this is a mart". */
export const MART_PREFIXES: readonly string[] = [...PREFIXES]
  .filter(([, layer]) => layer === 'mart')
  .map(([prefix]) => prefix);

/** Where a model stands. */
export interface ModelPlace {
  readonly layer: Layer;
  /** The first folder below the layer's folder. */
  readonly domain?: string;
  /** Folders down to the layer's folder, as in `marts`. */
  readonly layerFolder?: string;
}

/**
 * The layer of a model by its folder, else by the prefix of its name.
 *
 * @remarks
 * A model that neither tells is `intermediate`: it is made by the project, and
 * nobody has published it as a mart.
 *
 * @param folders - folders between the model path and the file
 */
export function modelPlace(
  folders: readonly string[],
  name: string,
): ModelPlace {
  const index = folders.findIndex(folder => FOLDERS.has(folder.toLowerCase()));
  const byFolder = FOLDERS.get(folders[index]?.toLowerCase() ?? '');
  if (byFolder) {
    return {
      layer: byFolder,
      domain: folders[index + 1],
      layerFolder: folders.slice(0, index + 1).join('/'),
    };
  }
  const prefix = [...PREFIXES.keys()].find(start => name.startsWith(start));
  return { layer: PREFIXES.get(prefix ?? '') ?? 'intermediate' };
}
