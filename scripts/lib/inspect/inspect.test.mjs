import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repositoryRoot } from '../checkout.mjs';

const FIXTURES = join(
  repositoryRoot,
  'packages/dbt-artifacts/src/__fixtures__',
);
const SCRIPT = join(repositoryRoot, 'scripts/inspect.mjs');

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'suido-inspect-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Typed in `cwd`, run by npm in the root. */
function inspect(args, { cwd = FIXTURES, language = 'en' } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [SCRIPT, ...args],
    {
      cwd: repositoryRoot,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: cwd, SUIDO_LANGUAGE: language },
    },
  );
  return { status, stdout, stderr };
}

test('a file is one object on stdout, and nothing else', () => {
  const { status, stdout, stderr } = inspect([
    'ticketswap/run_results.json',
    '--json',
  ]);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const { reasons, ...rest } = JSON.parse(stdout);
  assert.deepEqual(rest, {
    file: 'ticketswap/run_results.json',
    kind: 'dbt-run-results',
    version: 'v6',
    totals: { read: 2, kept: 0, repaired: 0, refused: 0 },
  });
  assert.equal(reasons[0].code, 'belongs-to-pipeline-health');
  assert.equal(reasons[0].count, 2);
});

test('a folder is a list, with what could not be understood', () => {
  writeFileSync(join(folder, 'manifest.json'), '{"nodes": {"model');
  writeFileSync(join(folder, 'package.json'), '{"name": "x"}');
  mkdirSync(join(folder, 'target'));
  writeFileSync(
    join(folder, 'target/manifest.json'),
    '{"nodes": {"a": {"fqn": 1}}}',
  );
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, '.hidden/catalog.json'), '');
  const { status, stdout } = inspect([folder, '--json']);
  assert.equal(status, 0);
  assert.deepEqual(
    JSON.parse(stdout).map(({ file, kind, error }) => [
      file,
      kind,
      error?.code,
    ]),
    [
      [join(folder, 'target/manifest.json'), 'dbt-manifest', undefined],
      [join(folder, 'manifest.json'), null, 'truncated'],
    ],
  );
  const { stdout: table } = inspect([folder]);
  assert.match(table, /refused 1: A field is missing/);
  assert.match(table, /manifest\.json: It ends early/);
  assert.match(table, /1 other files/);
});

test('what cannot be understood is one sentence in the language of the terminal', () => {
  writeFileSync(join(folder, 'empty.json'), '');
  const cases = [
    [
      ['nowhere.json'],
      'en',
      /^nowhere\.json: There is no such file or folder\n$/,
    ],
    [['README.md'], 'en', /^README\.md: It is neither JSON.*\n$/],
    [[join(folder, 'empty.json')], 'ja', /^.*empty\.json: 空です。.*\n$/],
    [[join(folder, '.hidden')], 'en', /catalog\.json: It is empty.*\n$/],
    [[join(repositoryRoot, 'docs'), '--json'], 'en', /no file of a kind/],
    [
      ['ticketswap/manifest.json', '--limit', '0.001'],
      'en',
      /larger than 1000 bytes/,
    ],
  ];
  for (const [args, language, sentence] of cases) {
    const { status, stdout, stderr } = inspect(args, { language });
    assert.match(stderr, sentence);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.equal(stdout, '');
    assert.equal(status, 1);
  }
});

test('wrong arguments show the right ones', () => {
  for (const args of [[], ['a', 'b'], ['--limit', 'x', 'a'], ['--colour']]) {
    const { status, stderr } = inspect(args);
    assert.equal(status, 1);
    assert.match(stderr, /npm run inspect -- <file or folder>/);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  assert.equal(inspect(['--help']).status, 0);
});

test('names from a file cannot command the terminal', () => {
  const file = join(folder, 'evil.json');
  writeFileSync(file, '{"nodes": {"a\\u001b[31m": {"fqn": []}}, "docs": {}}');
  const { stdout } = inspect([file]);
  assert.match(stdout, /nodes\.a\ufffd\[31m/);
});
