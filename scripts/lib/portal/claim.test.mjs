import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Problem } from '../console/problem.mjs';
import { until } from '../process/until.mjs';
import { commandOf, isAlive } from '../process/identity.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { claimStateDirectory, portalFile } from './claim.mjs';
import { endOrphans } from './end-orphans.mjs';

let directory;
const children = [];

before(() => {
  directory = mkdtempSync(join(tmpdir(), 'suido-claim-'));
});

after(() => {
  children.forEach(child => child.kill('SIGKILL'));
  rmSync(directory, { recursive: true, force: true });
});

/** A process that looks like a launcher, or like any other program. */
async function sleeper(name) {
  const script = join(directory, name);
  writeFileSync(script, 'setInterval(() => {}, 1000)');
  const child = spawn(process.execPath, [script], { stdio: 'ignore' });
  children.push(child);
  await until(() => commandOf(child.pid)?.includes(name), {
    timeoutMs: 10_000,
  });
  return child;
}

test('publishes and releases', () => {
  const claim = claimStateDirectory(directory, 'http://localhost:1');
  claim.publish({ status: 'ready' });
  assert.deepEqual(readJson(portalFile(directory)), {
    pid: process.pid,
    url: 'http://localhost:1',
    status: 'ready',
  });
  claim.release();
  assert.equal(existsSync(portalFile(directory)), false);
});

test('a running launcher is named with its address and process', async () => {
  const { pid } = await sleeper('start.mjs');
  writeJson(portalFile(directory), { pid, url: 'http://localhost:2' });
  assert.throws(
    () => claimStateDirectory(directory, 'http://localhost:3'),
    error =>
      error instanceof Problem &&
      error.message.includes('http://localhost:2') &&
      error.message.includes(String(pid)),
  );
});

test('the claim of a killed launcher is taken over, also when another program got its process id', async () => {
  const other = await sleeper('other-program.mjs');
  for (const content of [
    JSON.stringify({ pid: 0x7fffffff, url: 'http://localhost:4' }),
    JSON.stringify({ pid: other.pid, pids: [other.pid], url: 'x' }),
    '{"pid": 12',
  ]) {
    writeFileSync(portalFile(directory), content);
    const claim = claimStateDirectory(directory, 'http://localhost:5');
    assert.equal(readJson(portalFile(directory)).pid, process.pid);
    await endOrphans(claim.orphans);
    claim.release();
  }
  assert.equal(other.exitCode, null, 'the other program was left alone');
});

test('programs that a killed launcher left behind are ended', async () => {
  const program = await sleeper('exit-with-parent.cjs');
  writeJson(portalFile(directory), { pid: 0x7fffffff, pids: [program.pid] });
  const claim = claimStateDirectory(directory, 'http://localhost:6');
  await endOrphans(claim.orphans);
  assert.equal(isAlive(program.pid), false);
  claim.release();
});
