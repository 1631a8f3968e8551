import { randomSecret } from '../state/secrets.mjs';
import { freePort } from '../network/ports.mjs';
import { startEmbeddedPostgres } from '../postgres/postgres.mjs';
import { text } from '../console/messages.mjs';
import { startBackend, startWatchedBackend } from './backend.mjs';
import { startDemoPlatform } from './demo-platform.mjs';
import { startFrontend } from './frontend.mjs';

const STOP_GRACE_MS = 4500;

/**
 * The running programs of one portal, and the order in which they stop.
 */
export class Programs {
  /** @type {Array<{ child: import('../process/child.mjs').Child, stop: () => Promise<void> }>} */
  #database = [];
  /** @type {import('../process/child.mjs').Child[]} */
  #others = [];
  #onChange;

  /** @param {(pids: number[]) => void} onChange told of every new program */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  get children() {
    return [...this.#others, ...this.#database.map(({ child }) => child)];
  }

  get pids() {
    return this.children.flatMap(({ pid }) => pid ?? []);
  }

  addDatabase(server) {
    this.#database.push(server);
    this.#onChange(this.pids);
  }

  add(child) {
    this.#others.push(child);
    this.#onChange(this.pids);
  }

  /** Those who use the database first, then the database. At most 10 s. */
  async stop() {
    await Promise.all(this.#others.map(child => child.stop(STOP_GRACE_MS)));
    await Promise.all(this.#database.map(server => server.stop()));
    await Promise.all(this.children.map(child => child.log.close()));
  }
}

/**
 * Starts the database, the demo platform, the backend and, in development,
 * the app's own server, each as a step.
 *
 * @param {object} context
 * @param {string} context.root
 * @param {string} context.stateDirectory
 * @param {'start' | 'dev'} context.mode
 * @param {number} context.port
 * @param {string} context.frontendUrl
 * @param {boolean} context.verbose
 * @param {import('../console/progress.mjs').Progress} context.progress
 * @param {Programs} context.programs receives what was started, also when a
 *   later one fails
 * @param {AbortSignal} context.signal
 */
export async function launchPrograms(context) {
  const { root, stateDirectory, verbose, mode, progress, programs, signal } =
    context;
  let database;
  await progress.step(text('step.postgres'), async () => {
    const server = await startEmbeddedPostgres({
      root,
      stateDirectory,
      verbose,
      // A crash of the machine may lose the last half second of a demo; in
      // return nothing waits for the disk.
      settings: { synchronous_commit: 'off', shared_buffers: '32MB' },
    });
    programs.addDatabase(server);
    database = server.connection;
    const key = server.recovered
      ? 'step.postgres.recovered'
      : 'step.postgres.done';
    return text(key, { port: server.port });
  });
  signal.throwIfAborted();

  const platformPort = await freePort();
  const token = randomSecret();
  const platform = startDemoPlatform({
    root,
    stateDirectory,
    verbose,
    port: platformPort,
    token,
  });
  programs.add(platform.child);
  const options = {
    root,
    stateDirectory,
    verbose,
    port: context.port,
    database,
    demoPlatform: { url: `http://127.0.0.1:${platformPort}`, token },
    frontendUrl: context.frontendUrl,
  };
  // Both load their code at the same time; the steps only wait for them.
  const backend =
    mode === 'dev' ? startWatchedBackend(options) : startBackend(options);
  programs.add(backend.child);

  await progress.step(text('step.platform'), async () => {
    await platform.ready(signal);
    return text('step.platform.done');
  });
  await progress.step(text('step.backend'), async () => {
    await backend.ready(signal);
    return text('step.backend.done');
  });
  if (mode === 'dev') {
    const frontend = startFrontend(options);
    programs.add(frontend.child);
    await progress.step(text('step.frontend'), async () => {
      await frontend.ready(signal);
      return text('step.frontend.done');
    });
  }
}
