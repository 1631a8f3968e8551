import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readJson, writeJson } from '../../lib/state/json-file.mjs';
import { installStockApp, makeStockApp } from '../../lib/stock/stock-app.mjs';
import { OWNER } from './mart-spec.mjs';

const PAGES = '@suido/backstage-plugin-data-requests';
const BACKEND = '@suido/backstage-plugin-data-requests-backend';
const BACKEND_LINE = `backend.add(import('${BACKEND}'));\n`;

/** One that no machine which runs this has as its own. */
export const TIME_ZONE = 'Pacific/Chatham';

/** The stock app's own config, as before anything of ours was configured. */
export const STOCK_CONFIGS = ['app-config.yaml'];
export const CONFIGS = [...STOCK_CONFIGS, 'app-config.data-requests.yaml'];
export const SQLITE_CONFIG = 'app-config.sqlite.yaml';
export const CONTINUE_CONFIG = 'app-config.continue.yaml';

/**
 * A stock Backstage to which somebody added the packages as the README says:
 * a dependency of the app, a line in the backend, config.
 *
 * @param {import('./run-adopters.mjs').AdopterContext} context
 * @param {import('./pack-packages.mjs').PackedPackage[]} packages
 * @returns {Promise<{ target: string, packages: string[], detail: string }>}
 */
export async function makeStockPortal(context, packages) {
  const { root, scratch, env, signal } = context;
  const target = join(scratch, 'portal');
  makeStockApp(root, target);
  editManifest(target, manifest => {
    // They are in no registry: wherever one needs another, this is it.
    for (const { name, tarball } of packages) {
      manifest.resolutions[name] = `file:${relative(target, tarball)}`;
    }
  });
  for (const [workspace, name] of [
    ['packages/app', PAGES],
    ['packages/backend', BACKEND],
  ]) {
    const { version } = packages.find(each => each.name === name);
    editManifest(join(target, workspace), manifest => {
      manifest.dependencies[name] = `^${version}`;
    });
  }
  addBackendLine(join(target, 'packages/backend/src/index.ts'));
  writeConfigs(root, target);

  const seconds = await installStockApp(target, env, signal);
  const names = packages.map(({ name }) => name);
  names.forEach(name => assertComplete(join(target, 'node_modules', name)));
  return { target, packages: names, detail: `${seconds} s by Yarn` };
}

function editManifest(directory, edit) {
  const path = join(directory, 'package.json');
  const manifest = readJson(path);
  edit(manifest);
  writeJson(path, manifest);
}

function addBackendLine(path) {
  const source = readFileSync(path, 'utf8');
  const end = 'backend.start();';
  if (!source.includes(end)) {
    throw new Error(`The stock backend has no ${end} in ${path}`);
  }
  writeFileSync(path, source.replace(end, BACKEND_LINE + end));
}

function writeConfigs(root, target) {
  const write = (name, config) =>
    // JSON is YAML too.
    writeFileSync(join(target, name), JSON.stringify(config, undefined, 2));
  write('groups.yaml', {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: OWNER.split('/')[1] },
    spec: { type: 'team', children: [] },
  });
  write(CONFIGS[1], {
    suido: { timeZone: TIME_ZONE },
    catalog: {
      locations: [{ type: 'file', target: join(target, 'groups.yaml') }],
    },
    dataRequests: {
      targets: [
        {
          id: 'data-platform',
          forge: 'local-forge',
          repository: 'data-platform',
          projectPath: 'transform',
          dialect: 'duckdb',
          datasetNamespace: 'duckdb://demo',
          database: 'retail',
          schema: 'main',
          allowedPaths: ['transform/models/marts', 'transform/tests'],
        },
      ],
      localForge: {
        directory: join(target, '.state/forge'),
        repositories: [
          {
            name: 'data-platform',
            seedFrom: join(root, 'examples/data-platform'),
          },
        ],
      },
    },
  });
  write(SQLITE_CONFIG, {
    backend: {
      database: {
        client: 'better-sqlite3',
        connection: ':memory:',
        // The stock app's own is one of PostgreSQL's.
        pluginDivisionMode: 'database',
      },
    },
  });
  write(CONTINUE_CONFIG, {
    backend: {
      startup: {
        plugins: {
          'data-requests': {
            onPluginBootFailure: 'continue',
            modules: {
              'local-forge': { onPluginModuleBootFailure: 'continue' },
            },
          },
        },
      },
    },
  });
}

/** Everything that the manifest of an installed package names must be there. */
function assertComplete(directory) {
  const manifest = readJson(join(directory, 'package.json'));
  if (!manifest) {
    throw new Error(`${directory} was not installed`);
  }
  const { main, types, module: esm, files, dependencies = {} } = manifest;
  const missing = [main, types, esm, ...files].filter(
    path => path && !existsSync(join(directory, path)),
  );
  if (missing.length > 0) {
    throw new Error(`${manifest.name} lacks ${missing.join(', ')}`);
  }
  const local = Object.entries(dependencies).filter(([, range]) =>
    /^(workspace|file|link|portal):/.test(range),
  );
  if (local.length > 0) {
    throw new Error(`${manifest.name} needs ${local.join(', ')}`);
  }
}
