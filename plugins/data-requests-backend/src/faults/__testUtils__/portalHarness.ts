import { mockServices } from '@backstage/backend-test-utils';
import { openDatabase as openForgeDatabase } from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import type { Knex } from 'knex';
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../database/openDatabase';
import { createSmallPortal, type SmallPortal } from './smallPortal';

const run = promisify(execFile);

/** Small portals over one database and one folder of repositories. */
export interface PortalHarness {
  readonly knex: Knex;
  readonly folder: string;
  readonly gitdir: string;
  readonly portal: SmallPortal;
  /** Another backend, or the same one after a restart. */
  restart(): Promise<SmallPortal>;
  /** As if the pause of a postponed step, or the lease of a dead worker, ended. */
  letTimePass(): Promise<void>;
  /** Carries out steps until none is left. */
  finish(portal: SmallPortal): Promise<void>;
  git(...args: string[]): Promise<string>;
  dispose(): Promise<void>;
}

/** @param knex - a database of its own */
export async function createPortalHarness(knex: Knex): Promise<PortalHarness> {
  const folder = await fs.mkdtemp(join(tmpdir(), 'suido-portal-'));
  await fs.mkdir(join(folder, 'seed'));
  await fs.writeFile(join(folder, 'seed/README.md'), '# Data\n');
  await fs.writeFile(join(folder, 'seed/CODEOWNERS'), '* @data-engineering\n');
  await openDatabase(mockServices.database({ knex }));
  await openForgeDatabase(mockServices.database({ knex }));
  const gitdir = join(folder, 'forge', 'data-platform.git');
  const restart = async () => {
    const portal = createSmallPortal({ knex, folder });
    await portal.forge.start(warning => portal.log.push(warning));
    return portal;
  };
  const letTimePass = async () => {
    await knex('requests')
      .whereNotNull('next_step')
      .update({ step_after: knex.fn.now(), lease_until: null });
  };
  return {
    knex,
    folder,
    gitdir,
    portal: await restart(),
    restart,
    letTimePass,
    async finish(portal) {
      const left = () => knex('requests').whereNotNull('next_step').first('id');
      while (await left()) {
        await letTimePass();
        await portal.runStep();
      }
    },
    async git(...args) {
      const { stdout } = await run('git', ['-C', gitdir, ...args], {
        env: {
          PATH: process.env.PATH,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'safe.directory',
          GIT_CONFIG_VALUE_0: '*',
        },
      });
      return stdout;
    },
    dispose: () => fs.rm(folder, { recursive: true }),
  };
}
