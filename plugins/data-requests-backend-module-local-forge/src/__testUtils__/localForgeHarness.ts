import { mockServices } from '@backstage/backend-test-utils';
import {
  FORGE_CONTRACT_ALLOWED_PATHS,
  FORGE_CONTRACT_SEED,
  type ForgeHarness,
  type ForgeRepository,
  type OutsideCommit,
} from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  readLocalForgeConfig,
  type LocalForgeConfig,
} from '../config/readLocalForgeConfig';
import { openDatabase } from '../database/migrate';
import { LocalForge } from '../forge/LocalForge';
import { GitRepository } from '../git/GitRepository';
import { messageWithTrailers, signatures } from '../git/identity';
import { TreeEditor } from '../git/TreeEditor';
import { fsck } from './realGit';

export interface LocalForgeHarness extends ForgeHarness {
  readonly forge: LocalForge;
  readonly config: LocalForgeConfig;
  readonly git: GitRepository;
  readonly knex: Knex;
  /** What the starts had to say. */
  readonly warnings: readonly string[];
  restart(): Promise<LocalForge>;
}

/**
 * A local forge with the contract's repository, in a folder of its own.
 * @param parent - folder in which that is made
 */
export async function createLocalForgeHarness(
  knex: Knex,
  parent: string = tmpdir(),
): Promise<LocalForgeHarness> {
  const folder = await fs.mkdtemp(join(parent, 'suido-forge-'));
  for (const [path, content] of Object.entries(FORGE_CONTRACT_SEED)) {
    await fs.mkdir(dirname(join(folder, 'seed', path)), { recursive: true });
    await fs.writeFile(join(folder, 'seed', path), content);
  }
  const config = readLocalForgeConfig(
    mockServices.rootConfig({
      data: {
        dataRequests: {
          localForge: {
            directory: 'forge',
            repositories: [{ name: 'data', seedFrom: 'seed' }],
          },
        },
      },
    }),
    folder,
  );
  const warnings: string[] = [];
  const start = async () => {
    const database = { getClient: async () => knex };
    const forge = new LocalForge(config, await openDatabase(database));
    await forge.start(message => warnings.push(message));
    return forge;
  };
  const repository: ForgeRepository = {
    target: 'data',
    repository: 'data',
    baseBranch: 'main',
    allowedPaths: FORGE_CONTRACT_ALLOWED_PATHS,
  };
  const git = new GitRepository(join(config.directory, 'data.git'));
  return {
    forge: await start(),
    repository,
    config,
    git,
    knex,
    warnings,
    restart: start,
    commitOutside: (branch, files, by) => commitOutside(git, branch, files, by),
    check: () => fsck(git.gitdir),
    dispose: () => fs.rm(folder, { recursive: true }),
  };
}

async function commitOutside(
  git: GitRepository,
  branch: string,
  files: Readonly<Record<string, string | undefined>>,
  by: OutsideCommit = {},
): Promise<string> {
  const head = await git.branch(branch);
  const editor = new TreeEditor(git, head && (await git.commit(head)).tree);
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) {
      await editor.delete(path);
    } else {
      await editor.set(path, {
        oid: await git.writeBlob(content),
        mode: '100644',
      });
    }
  }
  const person = {
    ...signatures(by.author).author,
    ...(!by.author && { name: 'Reviewer', email: 'reviewer@example.com' }),
  };
  const commit = await git.writeCommit({
    tree: await editor.write(),
    parent: head ? [head] : [],
    message: messageWithTrailers('Change it by hand', by),
    author: person,
    committer: person,
  });
  await git.moveBranch(branch, head, commit);
  return commit;
}
