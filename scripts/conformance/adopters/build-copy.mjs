import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { workspaceDirectories } from '../../lib/install/workspaces.mjs';
import { readJson } from '../../lib/state/json-file.mjs';

const ROOT_FILES = [
  'package.json',
  'yarn.lock',
  '.yarnrc.yml',
  '.yarn/releases',
  // What Yarn knows of the installation, so that it needs none of its own.
  '.yarn/install-state.gz',
  'backstage.json',
  'tsconfig.json',
];
const NOT_SOURCES = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  'package.json-prepack',
]);

/**
 * Copies workspaces to a folder in which they can be built and packed: packing
 * rewrites their manifests for a moment, and nobody's working tree should see
 * that. Dependencies are those of the original, by links.
 *
 * @param {string} root
 * @param {string[]} workspaces folders below `root`
 * @param {string} copy folder to make
 */
export function makeBuildCopy(root, workspaces, copy) {
  mkdirSync(copy, { recursive: true });
  for (const name of ROOT_FILES) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  const ours = new Set(
    workspaceDirectories(root).map(
      path => readJson(join(path, 'package.json'))?.name,
    ),
  );
  linkEntries(join(root, 'node_modules'), join(copy, 'node_modules'), ours);
  for (const workspace of workspaces) {
    const target = join(copy, relative(root, workspace));
    cpSync(workspace, target, {
      recursive: true,
      filter: path => path === workspace || !NOT_SOURCES.has(basename(path)),
    });
    const nested = join(workspace, 'node_modules');
    if (existsSync(nested)) {
      linkEntries(nested, join(target, 'node_modules'), ours);
    }
    const { name } = readJson(join(target, 'package.json'));
    const link = join(copy, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
  }
}

function linkEntries(from, to, ours, scope = '') {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    const source = join(from, entry);
    if (ours.has(scope + entry)) {
      continue;
    }
    if (entry.startsWith('@')) {
      linkEntries(source, join(to, entry), ours, `${entry}/`);
    } else if (statSync(source).isDirectory()) {
      symlinkSync(source, join(to, entry), 'junction');
    } else {
      cpSync(source, join(to, entry));
    }
  }
}
