import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { repositoryRoot as root } from '../checkout.mjs';
import { Problem } from '../console/problem.mjs';
import { isAlive } from '../process/identity.mjs';
import { until } from '../process/until.mjs';
import { readJson, writeJson } from '../state/json-file.mjs';
import { secretsFile } from '../state/secrets.mjs';
import { prepareStateDirectory } from '../state/state-directory.mjs';
import { accountFromPasswd } from './account.mjs';
import { rememberedOutside } from './location.mjs';
import { isServerOf } from './pid-file.mjs';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './postgres.mjs';

const { Client } = createRequire(join(root, 'package.json'))('pg');
const SETTINGS = { fsync: 'off', shared_buffers: '16MB' };
let stateDirectory;

before(() => {
  stateDirectory = mkdtempSync(join(tmpdir(), 'suido-postgres-'));
  chmodSync(stateDirectory, 0o755);
  prepareStateDirectory(stateDirectory);
});

after(async () => {
  await removeEmbeddedPostgres(stateDirectory);
  rmSync(stateDirectory, { recursive: true, force: true });
});

const start = () =>
  startEmbeddedPostgres({ root, stateDirectory, settings: SETTINGS });

function dataDirectory() {
  const outside = rememberedOutside(stateDirectory);
  return outside ? join(outside, 'data') : join(stateDirectory, 'postgres');
}

async function query(server, sql) {
  const client = new Client({ ...server.connection, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

// The tests below follow each other on the same data, as starts do.

test('a new database is UTF-8, keeps its secrets to itself, and keeps its data', async () => {
  const server = await start();
  assert.equal(server.recovered, false);
  assert.deepEqual(
    await query(server, "select length('水道') n, lower('ＳＵＩＤＯ') folded"),
    [{ n: 2, folded: 'ｓｕｉｄｏ' }],
  );
  await query(server, "create table water as select 'kept' as state");
  await server.stop();
  assert.equal(isAlive(server.child.pid), false);
  assert.equal(existsSync(join(dataDirectory(), 'postmaster.pid')), false);
  if (process.platform !== 'win32') {
    assert.equal(statSync(secretsFile(stateDirectory)).mode & 0o777, 0o600);
    assert.equal(statSync(dataDirectory()).mode & 0o777, 0o700);
  }

  const again = await start();
  assert.equal(again.port, server.port, 'the port is remembered');
  assert.deepEqual(await query(again, 'select state from water'), [
    { state: 'kept' },
  ]);
  await again.stop();
});

test('a server that outlived its killed launcher is replaced', async () => {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(
      new URL('./postgres.mjs', import.meta.url).href,
    )});
    const server = await startEmbeddedPostgres(${JSON.stringify({
      root,
      stateDirectory,
      settings: SETTINGS,
    })});
    console.log(server.child.pid);
    process.kill(process.pid, 'SIGKILL');`;
  const launcher = spawn(
    process.execPath,
    ['--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: fileURLToPath(new URL('.', import.meta.url)),
    },
  );
  let output = '';
  launcher.stdout.on('data', chunk => {
    output += chunk;
  });
  await once(launcher, 'exit');
  const orphan = Number(output);
  assert.ok(isAlive(orphan), 'the server outlives the launcher');

  const server = await start();
  assert.equal(server.recovered, true);
  assert.notEqual(server.child.pid, orphan);
  assert.equal(isAlive(orphan), false);
  assert.deepEqual(await query(server, 'select state from water'), [
    { state: 'kept' },
  ]);
  await server.stop();
});

test('a pid file of nobody, of another program, or cut short does not stop a start', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e3)'], {
    stdio: 'ignore',
  });
  try {
    for (const content of [`${0x7fffffff}\n`, `${other.pid}\n`, '']) {
      writeFileSync(join(dataDirectory(), 'postmaster.pid'), content);
      const server = await start();
      assert.equal(server.recovered, true);
      await server.stop();
    }
    assert.ok(isAlive(other.pid), 'the other program was left alone');
  } finally {
    other.kill('SIGKILL');
  }
});

test('a server whose process was killed recovers its data', async () => {
  const server = await start();
  await query(server, "insert into water values ('committed')");
  process.kill(server.child.pid, 'SIGKILL');
  await until(() => server.child.ended, { timeoutMs: 10_000 });
  const again = await start();
  assert.equal((await query(again, 'select * from water')).length, 2);
  await again.stop();
});

test('a lost password is a sentence, and the server does not stay behind', async () => {
  const secrets = readJson(secretsFile(stateDirectory));
  writeJson(secretsFile(stateDirectory), {
    ...secrets,
    postgresPassword: 'another',
  });
  await assert.rejects(
    start(),
    error => error instanceof Problem && error.message.includes('secrets.json'),
  );
  assert.equal(existsSync(join(dataDirectory(), 'postmaster.pid')), false);
  writeJson(secretsFile(stateDirectory), secrets);
});

test('data of another PostgreSQL version is refused, not touched', async () => {
  const versionFile = join(dataDirectory(), 'PG_VERSION');
  const version = readFileSync(versionFile, 'utf8');
  writeFileSync(versionFile, '16\n');
  await assert.rejects(
    start(),
    error => error instanceof Problem && error.message.includes('16'),
  );
  writeFileSync(versionFile, version);
});

test('the account is postgres, or nobody, never root', () => {
  const passwd = [
    'root:x:0:0:root:/root:/bin/bash',
    'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
  ];
  assert.deepEqual(accountFromPasswd(passwd.join('\n')), {
    uid: 65534,
    gid: 65534,
  });
  passwd.push('postgres:x:101:104::/var/lib/postgresql:/bin/bash');
  assert.deepEqual(accountFromPasswd(passwd.join('\n')), {
    uid: 101,
    gid: 104,
  });
  assert.equal(accountFromPasswd(passwd[0]), undefined);
});

test('only the server of this very folder counts as ours', () => {
  const folder = '/home/a/suido/.suido/postgres';
  const command = `/x/native/bin/postgres -D ${folder} -p 5000 -c a=b`;
  assert.ok(isServerOf(command, folder));
  assert.ok(!isServerOf(command.replace(folder, `${folder}.new`), folder));
  assert.ok(!isServerOf(`tail -f ${folder}/log`, folder));
  assert.ok(!isServerOf(`node start.mjs -D ${folder} `, folder));
});
