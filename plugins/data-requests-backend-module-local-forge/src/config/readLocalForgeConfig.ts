import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';

/** What `dataRequests.localForge` says, with defaults. */
export interface LocalForgeConfig {
  /** Absolute. */
  readonly directory: string;
  readonly host: string;
  readonly repositories: readonly LocalRepositoryConfig[];
  /** By lower-case handle; `undefined` for a handle that is nobody. */
  readonly owners: ReadonlyMap<string, string | undefined>;
}

export interface LocalRepositoryConfig {
  readonly name: string;
  readonly defaultBranch: string;
  /** Absolute. */
  readonly seedFrom?: string;
}

const ROOT = 'dataRequests.localForge';
const DEFAULT_DIRECTORY = '.suido/forge';
const DEFAULT_HOST = 'local-forge.suido.dev';

/**
 * Reads the configuration of the local forge.
 * @throws `InputError` that names the key which is wrong
 */
export function readLocalForgeConfig(
  config: Config,
  workingDirectory: string = process.cwd(),
): LocalForgeConfig {
  const root = config.getOptionalConfig(ROOT);
  const repositories = (root?.getOptionalConfigArray('repositories') ?? []).map(
    entry => readRepository(entry, workingDirectory),
  );
  const names = repositories.map(repository => repository.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`${ROOT}.repositories names ${twice} twice`);
  }
  const owners = new Map<string, string | undefined>();
  // Read whole: `@name` is no key that the config reader takes.
  const entries = root?.getOptional<Record<string, unknown>>('owners') ?? {};
  for (const [handle, ref] of Object.entries(entries)) {
    owners.set(handle.toLowerCase(), ownerRef(handle, ref));
  }
  return {
    directory: resolve(
      workingDirectory,
      root?.getOptionalString('directory') ?? DEFAULT_DIRECTORY,
    ),
    host: root?.getOptionalString('host') ?? DEFAULT_HOST,
    repositories,
    owners,
  };
}

/** Whether a text may name a repository: it becomes a folder name. */
export function isRepositoryName(name: string): boolean {
  return (
    name.length <= 100 &&
    /^[a-z0-9][a-z0-9._-]*$/.test(name) &&
    !/\.(git|lock)?$/.test(name)
  );
}

function readRepository(
  entry: Config,
  workingDirectory: string,
): LocalRepositoryConfig {
  const name = entry.getString('name');
  if (!isRepositoryName(name)) {
    throw new InputError(
      `${ROOT}.repositories has the name ${JSON.stringify(
        name,
      )}; use lower-case letters, digits, "-", "_" and ".", starting with a letter or digit`,
    );
  }
  const seedFrom = entry.getOptionalString('seedFrom');
  return {
    name,
    defaultBranch: entry.getOptionalString('defaultBranch') ?? 'main',
    seedFrom: seedFrom && resolve(workingDirectory, seedFrom),
  };
}

function ownerRef(handle: string, ref: unknown): string | undefined {
  if (ref === '' || ref === undefined) {
    return undefined;
  }
  if (typeof ref === 'string' && /^[a-z]+:[^/:\s]+\/[^/:\s]+$/i.test(ref)) {
    return ref.toLowerCase();
  }
  throw new InputError(
    `${ROOT}.owners["${handle}"] is not an entity reference such as user:default/hanako, nor empty`,
  );
}
