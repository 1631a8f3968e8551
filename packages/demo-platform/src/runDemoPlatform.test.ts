import { spawn, type ChildProcess } from 'child_process';
import { once } from 'events';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { createInterface } from 'readline';

/** The process as the launcher starts it, on the sources instead of a build. */
function run(environment: Record<string, string>): ChildProcess {
  const entry = JSON.stringify(path.join(__dirname, 'runDemoPlatform.ts'));
  return spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      `require(${entry}).runDemoPlatform().catch(error => { console.error(error.message); process.exitCode = 1; })`,
    ],
    { env: { PATH: process.env.PATH, ...environment } },
  );
}

describe('runDemoPlatform', () => {
  let folder: string;
  let child: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'demo-platform-'));
  });

  afterEach(async () => {
    child?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const environment = () => ({
    SUIDO_DEMO_PLATFORM_PORT: '0',
    SUIDO_DEMO_PLATFORM_TOKEN: 'a-token-of-the-tests',
    SUIDO_DEMO_PLATFORM_REPOSITORY: path.join(folder, 'nothing-yet.git'),
    SUIDO_DEMO_PLATFORM_DATA: path.join(folder, 'data'),
  });
  const start = async () => {
    child = run(environment());
    const lines = createInterface({ input: child.stdout! });
    const [line] = await once(lines, 'line');
    return { process: child, ready: JSON.parse(line) };
  };

  it('says that it is ready, answers, and ends with its parent', async () => {
    const { process: running, ready } = await start();
    expect(ready).toEqual({ ready: true, port: expect.any(Number) });
    const health = await fetch(`http://127.0.0.1:${ready.port}/health`);
    expect(await health.json()).toEqual({ status: 'ok' });

    running.stdin!.end();
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('ends on %s', async signal => {
    const { process: running } = await start();
    running.kill(signal);
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  it('names the settings that are wrong', async () => {
    child = run({ ...environment(), SUIDO_DEMO_PLATFORM_TOKEN: 'short' });
    let errors = '';
    child.stderr!.on('data', data => {
      errors += data;
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(errors).toMatch(/SUIDO_DEMO_PLATFORM_TOKEN/);
  });
});
