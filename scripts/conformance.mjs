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
import { Skipped } from './conformance/skipped.mjs';

const HELP = `Proves with real dbt and real Airflow that a data repository is valid, and what
the portal's generator writes into it.

  npm run test:conformance [-- --repository <folder or bare git repository>]

  --repository  what to check (default: examples/data-platform)
  --branch      which branch of a git repository (default: main)
  --help        this text

Needs Python 3.10 to 3.13 and, the first time, PyPI. Full output: .suido/log/conformance.log`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const state = join(root, '.suido');
const log = join(state, 'log', 'conformance.log');

const say = text => process.stdout.write(`${text}\n`);
const secondsSince = start =>
  `${((performance.now() - start) / 1000).toFixed(1)} s`;
const line = (mark, text, start) =>
  say(
    `  ${mark.padEnd(7)} ${text}${start ? `  (${secondsSince(start)})` : ''}`,
  );

function endWith({ passed = 0, failed = 0, skipped = 0 }) {
  say(`Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function prepare(repository, branch) {
  const scratch = makeScratchFolder(join(state, 'conformance'));
  const copy = join(scratch, 'repository');
  const what = await exportRepository(repository, copy, { branch, log });
  say(`Conformance of ${relative(root, repository) || repository}: ${what}`);

  const start = performance.now();
  const environment = await pythonEnvironment(join(state, 'conformance-venv'), {
    log,
    progress: text => line('...', text),
  });
  line(
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
    line('ready', `generated ${marts.join(', ')}; ${texts}`, start);
  }
}

async function runAll(context) {
  const passed = new Set();
  let failed = 0;
  let skipped = 0;
  for (const { script, title, needs } of CHECKS) {
    if (needs && !passed.has(needs)) {
      skipped++;
      line('skipped', `${title}: "${titleOf(needs)}" did not pass`);
      continue;
    }
    const start = performance.now();
    const { detail, problems } = await runCheck(script, context);
    if (problems.length === 0) {
      passed.add(script);
      line('ok', `${title}: ${detail}`, start);
    } else {
      failed++;
      line('FAILED', title, start);
      problems.slice(0, 40).forEach(problem => say(indent(problem)));
    }
  }
  return { passed: passed.size, failed, skipped };
}

function titleOf(script) {
  return CHECKS.find(check => check.script === script)?.title;
}

function indent(text) {
  return text.replace(/^/gm, '            ');
}

async function main() {
  const { values } = parseArgs({
    options: {
      repository: { type: 'string' },
      branch: { type: 'string', default: 'main' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  const repository = values.repository
    ? // npm runs scripts in the root; the path is meant from where it was typed.
      resolve(process.env.INIT_CWD ?? process.cwd(), values.repository)
    : join(root, 'examples', 'data-platform');
  const context = await prepare(repository, values.branch);
  const totals = await runAll(context);
  if (totals.failed > 0) {
    say(`The full output is in ${relative(root, log)}.`);
  } else {
    rmSync(context.scratch, { recursive: true, force: true });
  }
  endWith(totals);
}

function inCi() {
  return !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());
}

try {
  await main();
} catch (error) {
  const isAbsence = error instanceof Skipped;
  if (isAbsence && !(error.failsInCi && inCi())) {
    line('skipped', `${error.message}. ${error.cure}`);
    endWith({ skipped: CHECKS.length });
  } else {
    line(
      'FAILED',
      isAbsence ? `${error.message}. ${error.cure}` : error.message,
    );
    endWith({ failed: 1, skipped: CHECKS.length - 1 });
  }
}
