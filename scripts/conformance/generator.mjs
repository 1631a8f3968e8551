import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

/** The demo's target, as its configuration has it. */
const TARGET = {
  id: 'data-platform',
  title: 'Data platform',
  forge: 'folder',
  repository: 'data-platform',
  baseBranch: 'main',
  projectPath: 'transform',
  kind: 'dbt',
  dialect: 'duckdb',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'main',
  allowedPaths: ['transform/models/marts', 'transform/tests'],
  reviewersFallback: [],
};

/**
 * The portal's own generator on a folder, from the sources of this checkout.
 *
 * @param {string} repository
 */
export function loadGenerator(repository) {
  if (!existsSync(join(root, 'node_modules', '@backstage', 'cli'))) {
    throw new Error(
      "The portal's packages are not installed: run `npm start` once.",
    );
  }
  loadTypeScript();
  const backend = join(root, 'plugins/data-requests-backend/src');
  const load = file => require(join(backend, file));
  return {
    target: TARGET,
    datasetKey: name =>
      require('@suido/vocabulary').datasetKey({
        namespace: TARGET.datasetNamespace,
        name: `${TARGET.database}.${name}`,
      }),
    parseSpec: spec =>
      require('@suido/backstage-plugin-data-requests-common').martSpecSchema.parse(
        spec,
      ),
    snapshot: () => folderSnapshot(repository),
    ...load('evaluation/DefaultRequestEvaluator.ts'),
    ...load('generator/generateMart.ts'),
    ...load('generator/readFilterValue.ts'),
    ...load('preview/ChildProcessPreviewRunner.ts'),
    ...load('repository/buildRepositoryView.ts'),
  };
}

/**
 * Lets `require` load TypeScript with Backstage's own compiler. Its loader
 * would do, but starts a thread for modules that are not needed here, and
 * waits for it without end where the machine has none to give.
 */
function loadTypeScript() {
  const cli = createRequire(
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  );
  const { transformSync } = createRequire(
    cli.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
  )('@swc/core');
  require.extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      module: { type: 'commonjs', ignoreDynamic: true },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    module._compile(code, filename);
  };
}

/** A folder, read as a commit of a forge is. */
function folderSnapshot(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map(path => join(folder, String(path)))
    .filter(path => statSync(path).isFile())
    .map(path => relative(folder, path).replaceAll('\\', '/'))
    .sort();
  return {
    commitSha: '0'.repeat(40),
    list: async prefix =>
      paths
        .filter(path => !prefix || path.startsWith(`${prefix}/`))
        .map(path => ({ path, sizeBytes: statSync(join(folder, path)).size })),
    read: async path =>
      existsSync(join(folder, path))
        ? readFileSync(join(folder, path), 'utf8')
        : undefined,
  };
}
