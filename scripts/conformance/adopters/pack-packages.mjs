import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { backstageCli } from '../../lib/bundle/build-app.mjs';
import { yarnRelease } from '../../lib/install/install.mjs';
import { workspaceClosure } from '../../lib/install/workspaces.mjs';
import { readJson, writeJson } from '../../lib/state/json-file.mjs';
import { makeBuildCopy } from './build-copy.mjs';

/** What an adopter installs; the libraries that these need come along. */
const INSTALLED = ['plugins/data-requests', 'plugins/data-requests-backend'];

/**
 * @typedef {object} PackedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} tarball
 */

/**
 * Builds and packs the packages as a release would.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @returns {Promise<{ packages: PackedPackage[], detail: string }>}
 */
export async function packPackages(context) {
  const { root, scratch, runNode } = context;
  const copy = join(scratch, 'build');
  const workspaces = [
    ...new Set(
      INSTALLED.flatMap(path => workspaceClosure(root, join(root, path))),
    ),
  ];
  makeBuildCopy(root, workspaces, copy);
  const types = writeTypesConfig(context, workspaces, copy);
  await runNode([join(root, 'node_modules/typescript/bin/tsc'), '-p', types], {
    cwd: root,
  });
  await runNode([backstageCli(copy), 'repo', 'build'], { cwd: copy });

  const tarballs = join(scratch, 'tarballs');
  mkdirSync(tarballs);
  const queue = workspaces.map(path => join(copy, relative(root, path)));
  /** @type {PackedPackage[]} */
  const packages = [];
  const packQueue = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      packages.push(await pack(next, tarballs, context));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, packQueue));
  return { packages, detail: `${packages.length} packages` };
}

/**
 * Declarations come from the original sources, where every dependency has its
 * real place: behind links the compiler cannot name what it infers.
 */
function writeTypesConfig({ root, scratch }, workspaces, copy) {
  const path = join(scratch, 'tsconfig.types.json');
  writeJson(path, {
    extends: join(root, 'tsconfig.json'),
    include: workspaces.map(workspace => join(workspace, 'src')),
    exclude: [
      '*.test.ts',
      '*.test.tsx',
      'setupTests.ts',
      '__testUtils__/**',
    ].map(pattern => join(root, '**', pattern)),
    compilerOptions: {
      incremental: false,
      rootDir: root,
      outDir: join(copy, 'dist-types'),
      typeRoots: [join(root, 'node_modules/@types')],
    },
  });
  return path;
}

async function pack(directory, tarballs, { root, runNode }) {
  const { name, version } = readJson(join(directory, 'package.json'));
  const plain = join(tarballs, `${name.slice(1).replace('/', '-')}.tgz`);
  await runNode([yarnRelease(root), 'pack', '--out', plain], {
    cwd: directory,
  });
  // Yarn caches a tarball by its path, so a path must not get a new content.
  const hash = createHash('sha256').update(readFileSync(plain)).digest('hex');
  const tarball = plain.replace(/\.tgz$/, `-${hash.slice(0, 16)}.tgz`);
  renameSync(plain, tarball);
  return { name, version, tarball };
}
