import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../checkout.mjs';
import { run } from '../process/run.mjs';

/** Runs the launcher where Node believes to be on another platform. */
async function startOn({ platform, arch, glibc }) {
  const folder = mkdtempSync(join(tmpdir(), 'suido-platform-'));
  const preload = join(folder, 'platform.cjs');
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'platform', { value: '${platform}' });
Object.defineProperty(process, 'arch', { value: '${arch}' });
process.report.getReport = () => ({ header: { glibcVersionRuntime: ${glibc} } });
`,
  );
  try {
    return await run(
      process.execPath,
      ['--require', preload, join(repositoryRoot, 'scripts/start.mjs')],
      {
        env: {
          ...process.env,
          SUIDO_STATE_DIR: join(folder, 'state'),
          SUIDO_LANGUAGE: 'en',
        },
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [title, machine, named] of [
  [
    'a system without binaries',
    { platform: 'sunos', arch: 'x64', glibc: undefined },
    'sunos-x64',
  ],
  [
    'a processor without binaries',
    { platform: 'linux', arch: 's390x', glibc: '"2.36"' },
    'linux-s390x',
  ],
  [
    'a Linux without glibc',
    { platform: 'linux', arch: 'x64', glibc: undefined },
    'musl',
  ],
]) {
  test(`npm start says what to do on ${title}, before it installs anything`, async () => {
    const { code, output } = await startOn(machine);
    assert.equal(code, 1);
    assert.match(output, new RegExp(named));
    assert.doesNotMatch(output, /Packages:/);
    assert.doesNotMatch(output, /\n\s+at /, 'no stack trace');
  });
}
