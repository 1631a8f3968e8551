import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKS, runCheck } from './conformance/checks.mjs';
import { exportRepository } from './conformance/export-repository.mjs';
import { writeFreeTexts } from './conformance/free-texts.mjs';
import { writeGeneratedMarts } from './conformance/generated-marts.mjs';
import { loadGenerator } from './conformance/generator.mjs';
import {
  pythonEnvironment,
  REQUIREMENTS,
} from './conformance/python-environment.mjs';
import { makeScratchFolder } from './conformance/scratch-folder.mjs';
import { Report } from './conformance/report.mjs';
import { Skipped } from './conformance/skipped.mjs';
import { Problem } from './lib/console/problem.mjs';
import { underSupportedNode } from './lib/node/under-supported-node.mjs';
import { StopRequested } from './lib/portal/stop-request.mjs';
import { formatTotals, sum } from './lib/test/totals.mjs';

const PARTS = ['repository', 'adopters'];

const HELP = `Proves with real dbt and real Airflow that a data repository is valid, and what
the portal's generator writes into it; and with a stock Backstage that the
packages work in somebody else's portal.

  npm run test:conformance [-- --repository <folder or bare git repository>]

  --only        ${PARTS.join(' or ')}; both without it
  --repository  check only this (default: examples/data-platform, and adopters)
  --branch      which branch of a git repository (default: main)
  --help        this text

The repository needs Python 3.10 to 3.13 and, the first time, PyPI; adopters
need the npm registry. Full output: .suido/log/conformance.log`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const state = join(root, '.suido');
const log = join(state, 'log', 'conformance.log');

const report = new Report();

async function prepare(repository, branch) {
  const scratch = makeScratchFolder(join(state, 'conformance'));
  const copy = join(scratch, 'repository');
  const what = await exportRepository(repository, copy, { branch, log });
  report.say(
    `Conformance of ${relative(root, repository) || repository}: ${what}`,
  );

  const start = performance.now();
  const environment = await pythonEnvironment(join(state, 'conformance-venv'), {
    log,
    progress: text => report.line('...', text),
  });
  report.line(
    'ready',
    `Python ${environment.version}, ${REQUIREMENTS.join(' ')}${
      environment.reused ? ', kept from before' : ''
    }`,
    start,
  );
  await generate(scratch, copy);
  return { scratch, repository: copy, python: environment.python, log };
}

/** Adds to the copy what the portal itself would write. */
async function generate(scratch, copy) {
  const start = performance.now();
  const generator = loadGenerator(copy);
  const texts = await writeFreeTexts(join(scratch, 'free-texts'), generator);
  const marts = await writeGeneratedMarts(
    copy,
    join(scratch, 'dialects'),
    generator,
  );
  if (marts.length > 0) {
    report.line('ready', `generated ${marts.join(', ')}; ${texts}`, start);
  }
}

async function runAll(context) {
  const passed = new Set();
  let failed = 0;
  let skipped = 0;
  for (const { script, title, needs } of CHECKS) {
    if (needs && !passed.has(needs)) {
      skipped++;
      report.line('skipped', `${title}: "${titleOf(needs)}" did not pass`);
      continue;
    }
    const start = performance.now();
    const { detail, problems } = await runCheck(script, context);
    if (problems.length === 0) {
      passed.add(script);
      report.line('ok', `${title}: ${detail}`, start);
    } else {
      failed++;
      report.line('FAILED', title, start);
      problems.slice(0, 40).forEach(problem => report.problem(problem));
    }
  }
  return { passed: passed.size, failed, skipped };
}

function titleOf(script) {
  return CHECKS.find(check => check.script === script)?.title;
}

async function checkRepository(values) {
  const repository = values.repository
    ? // npm runs scripts in the root; the path is meant from where it was typed.
      resolve(process.env.INIT_CWD ?? process.cwd(), values.repository)
    : join(root, 'examples', 'data-platform');
  const context = await prepare(repository, values.branch);
  const totals = await runAll(context);
  if (totals.failed === 0) {
    rmSync(context.scratch, { recursive: true, force: true });
  }
  return totals;
}

/** What it means for the totals that the checks could not even begin. */
function notBegun(error) {
  const isAbsence = error instanceof Skipped;
  const words = isAbsence ? `${error.message}. ${error.cure}` : error.message;
  if (isAbsence && !(error.failsInCi && inCi())) {
    report.line('skipped', words);
    return { passed: 0, failed: 0, skipped: CHECKS.length };
  }
  report.line('FAILED', words);
  return { passed: 0, failed: 1, skipped: CHECKS.length - 1 };
}

async function checkAdopters() {
  // Its modules need what only an installed checkout has.
  const { runAdopters } = await import(
    './conformance/adopters/run-adopters.mjs'
  );
  return runAdopters({ root, log, report });
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      repository: { type: 'string' },
      branch: { type: 'string', default: 'main' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.only !== undefined && !PARTS.includes(values.only)) {
    throw new Problem(`--only: there is no "${values.only}".`, {
      cure: `Give one of: ${PARTS.join(', ')}`,
    });
  }
  const only = values.only ?? (values.repository && 'repository');
  return { ...values, parts: PARTS.filter(part => (only ?? part) === part) };
}

async function main() {
  try {
    return await checkAll();
  } catch (error) {
    if (error instanceof StopRequested) {
      return 130;
    }
    throw error;
  }
}

async function checkAll() {
  const values = readArguments();
  if (values.help) {
    report.say(HELP);
    return 0;
  }
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  const totals = [];
  if (values.parts.includes('repository')) {
    totals.push(await checkRepository(values).catch(notBegun));
  }
  if (values.parts.includes('adopters')) {
    totals.push(await checkAdopters());
  }
  const total = sum(totals);
  if (total.failed > 0) {
    report.say(`The full output is in ${relative(root, log)}.`);
  }
  report.say(formatTotals(total));
  return total.failed > 0 ? 1 : 0;
}

function inCi() {
  return !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());
}

await underSupportedNode(import.meta.url, main);
