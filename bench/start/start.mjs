import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/network/ports.mjs';
import { removeEmbeddedPostgres } from '../../scripts/lib/postgres/postgres.mjs';
import { childEnvironment } from '../../scripts/lib/process/environment.mjs';
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/test/chromium.mjs';
import { memoryOfTree } from '../memory.mjs';
import { measurePageLoad } from '../page-load.mjs';
import { freshClone, startPortal } from '../our-portal.mjs';
import {
  buildStockApp,
  installStockApp,
  makeStockApp,
} from '../../scripts/lib/stock/stock-app.mjs';
import { startStockApp } from '../../scripts/lib/stock/stock-backend.mjs';

const PEER = 'stock Backstage app of the same packages';
const STOP_GRACE_MS = 10_000;

/**
 * From a fresh clone to the first page, ours beside a stock app. Each side
 * begins with an empty package cache, so neither profits from the other.
 *
 * @param {{ root: string, progress: import('../../scripts/lib/console/progress.mjs').Progress,
 *   signal: AbortSignal, options: string[] }} context
 * @returns {Promise<import('../results.mjs').Result[]>}
 */
export async function run(context) {
  const scratch = mkdtempSync(join(tmpdir(), 'suido-bench-'));
  chmodSync(scratch, 0o755);
  const measuring = {
    ...context,
    scratch,
    chromium: findChromium(),
  };
  if (!measuring.chromium) {
    context.progress.line(`  Page load is not measured: ${NO_CHROMIUM}`);
  }
  try {
    const ours = await measureOurs(measuring);
    const theirs = await measureStock(measuring);
    return results(ours, theirs);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measureOurs({ root, scratch, progress, signal, chromium }) {
  const clone = join(scratch, 'clone');
  const env = environment(scratch, 'our-cache');
  const port = await freePort();
  const figures = {};
  const start = name =>
    startPortal({
      clone,
      port,
      env,
      name,
      signal,
      logs: join(scratch, 'logs'),
    });
  mkdirSync(clone);
  await freshClone(root, clone);
  try {
    await progress.step('Ours: fresh clone to ready', async () => {
      const first = await start('first');
      figures.firstSeconds = first.seconds;
      figures.installSeconds = first.steps.get('Packages');
      figures.buildSeconds = first.steps.get('App');
      await first.child.stop(STOP_GRACE_MS);
    });
    await progress.step('Ours: second start, memory, page', async () => {
      const second = await start('second');
      try {
        figures.secondSeconds = second.seconds;
        if (chromium) {
          figures.page = await measurePageLoad({
            root,
            chromium,
            url: `http://localhost:${port}/`,
          });
        }
        figures.memory = await memoryOfTree(second.child.pid);
      } finally {
        await second.child.stop(STOP_GRACE_MS);
      }
    });
  } finally {
    await removeEmbeddedPostgres(join(clone, '.suido'));
  }
  return figures;
}

async function measureStock({ root, scratch, progress, signal, chromium }) {
  const target = join(scratch, 'stock');
  const env = environment(scratch, 'stock-cache');
  const port = await freePort();
  const figures = {};
  makeStockApp(root, target);
  try {
    await progress.step('Stock: install', async () => {
      figures.installSeconds = await installStockApp(target, env, signal);
    });
    await progress.step('Stock: build the app', async () => {
      figures.buildSeconds = await buildStockApp(target, env, signal);
    });
    await progress.step('Stock: first start', async () => {
      const first = await startStockApp({ root, target, port, env, signal });
      await first.stop();
      figures.firstSeconds = round(
        figures.installSeconds + figures.buildSeconds + first.seconds,
      );
    });
    await progress.step('Stock: second start, memory, page', async () => {
      const second = await startStockApp({ root, target, port, env, signal });
      try {
        figures.secondSeconds = second.seconds;
        if (chromium) {
          figures.page = await measurePageLoad({
            root,
            chromium,
            url: `http://localhost:${port}/`,
          });
        }
        const trees = await Promise.all(second.pids.map(memoryOfTree));
        figures.memory = {
          rssMb: trees.reduce((sum, tree) => sum + tree.rssMb, 0),
          pssMb: trees.reduce((sum, tree) => sum + (tree.pssMb ?? 0), 0),
        };
      } finally {
        await second.stop();
      }
    });
  } finally {
    await removeEmbeddedPostgres(join(target, '.state'));
  }
  return figures;
}

function results(ours, theirs) {
  const line = (figure, unit, pick, work, goal) => ({
    figure,
    unit,
    ours: pick(ours),
    theirs: pick(theirs),
    goal,
    peer: PEER,
    work,
  });
  const lines = [
    line('install', 's', f => f.installSeconds, 'empty package cache'),
    line('build of the app', 's', f => f.buildSeconds, 'production bundle'),
    line(
      'fresh clone to ready',
      's',
      f => f.firstSeconds,
      'install, build, database, backend',
      '<= 240',
    ),
    line('second start', 's', f => f.secondSeconds, 'nothing changed', '<= 20'),
    ...memoryLines(ours, line),
  ];
  if (ours.page && theirs.page) {
    lines.push(
      line(
        'JavaScript of the first page',
        'KB',
        f => f.page.scriptKb,
        'first visit, over the wire, median of 5',
        'ratio <= 1.2',
      ),
      line(
        'largest contentful paint',
        'ms',
        f => f.page.lcpMs,
        'first visit, median of 5',
        'ratio <= 1.2',
      ),
    );
  }
  return lines.filter(({ ours: value }) => value !== undefined);
}

// Every connection of PostgreSQL is a process, and all of them map the same
// buffers and program: added up, those pages count thirty times. The goal is
// about what the machine has to hold, where the system can tell.
function memoryLines(ours, line) {
  const goal = '<= 1200';
  const isKnown = ours.memory.pssMb !== undefined;
  const work = 'after the page loads';
  const added = line(
    'memory, every process added up',
    'MB',
    f => f.memory.rssMb,
    `resident, ${work}`,
    isKnown ? undefined : goal,
  );
  const held = line(
    'memory, shared pages once',
    'MB',
    f => f.memory.pssMb,
    `proportional, ${work}`,
    goal,
  );
  return isKnown ? [held, added] : [added];
}

function environment(scratch, cache) {
  const env = childEnvironment();
  // The parent's own data and its npm lifecycle are none of their business.
  delete env.SUIDO_STATE_DIR;
  delete env.npm_lifecycle_event;
  return { ...env, YARN_GLOBAL_FOLDER: join(scratch, cache) };
}

function round(value) {
  return Number(value.toFixed(1));
}
