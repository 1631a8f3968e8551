import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const READY_TIMEOUT_MS = 300_000;
const STOP_TIMEOUT_MS = 15_000;

interface RunningPortal {
  /** Process id of the launcher. */
  pid: number;
  url: string;
  status: 'starting' | 'ready';
}

/** The folder of the journeys' portal; kept over a restart. */
export function stateDirectory(): string {
  const directory = process.env.SUIDO_STATE_DIR;
  if (!directory) {
    throw new Error('SUIDO_STATE_DIR is not set; globalSetup sets it.');
  }
  return directory;
}

/** Where the journeys' portal is, such as `http://localhost:7017`. */
export function portalUrl(): string {
  return `http://localhost:${process.env.SUIDO_E2E_PORT ?? '7017'}`;
}

/** Where the journeys save the pictures that the docs show. */
export const screenshotDirectory = resolve(__dirname, '../docs/screenshots');

/**
 * Starts the portal through the same launcher as `npm start` and waits until
 * it is ready. It outlives this process, so that a worker of Playwright can
 * restart it for the workers after it.
 *
 * @returns the URL of the portal
 */
export async function startPortal(): Promise<string> {
  const log = openLog();
  const launcher = spawn(
    process.execPath,
    [
      resolve(__dirname, '../scripts/start.mjs'),
      '--port',
      process.env.SUIDO_E2E_PORT ?? '7017',
    ],
    {
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
      env: process.env,
    },
  );
  let ended = false;
  launcher.once('exit', () => {
    ended = true;
  });
  launcher.unref();
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const portal = runningPortal();
    if (portal?.pid === launcher.pid && portal?.status === 'ready') {
      return portal.url;
    }
    if (ended || Date.now() > deadline) {
      throw new Error(
        `The portal did not start:\n${readFileSync(log.path, 'utf8')}`,
      );
    }
    await delay(100);
  }
}

/** Stops the portal as Ctrl-C does and waits until everything has ended. */
export async function stopPortal(): Promise<void> {
  const portal = runningPortal();
  if (!portal) {
    return;
  }
  signal(portal.pid, 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (signal(portal.pid, 0)) {
    if (Date.now() > deadline) {
      throw new Error(
        `The portal (pid ${portal.pid}) did not stop in ${STOP_TIMEOUT_MS} ms.`,
      );
    }
    await delay(50);
  }
}

/** Stops the portal and starts it again on the same data. */
export async function restartPortal(): Promise<string> {
  await stopPortal();
  return startPortal();
}

// The launcher publishes itself in this file and removes it when it stops.
function runningPortal(): RunningPortal | undefined {
  try {
    return JSON.parse(
      readFileSync(join(stateDirectory(), 'portal.json'), 'utf8'),
    );
  } catch {
    return undefined;
  }
}

function openLog() {
  const directory = join(stateDirectory(), 'log');
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'launcher.log');
  return { path, descriptor: openSync(path, 'w') };
}

/** False when there is no such process. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
