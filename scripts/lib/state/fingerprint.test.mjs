import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { bundleFingerprint } from '../bundle/bundle-fingerprint.mjs';
import { installFingerprint } from '../install/install-fingerprint.mjs';
import { workspaceClosure } from '../install/workspaces.mjs';
import { fingerprint } from './fingerprint.mjs';

let root;

const FILES = {
  'package.json': '{"name":"root"}',
  'yarn.lock': 'lock',
  'app-config.yaml': 'app: {}',
  'packages/app/package.json':
    '{"name":"app","dependencies":{"@x/plugin":"workspace:^","react":"^18"}}',
  'packages/app/src/index.tsx': 'app',
  'packages/backend/package.json': '{"name":"backend"}',
  'packages/backend/src/index.ts': 'backend',
  'plugins/plugin/package.json':
    '{"name":"@x/plugin","dependencies":{"@x/common":"workspace:^"}}',
  'plugins/plugin/src/index.ts': 'plugin',
  'plugins/plugin/src/index.test.ts': 'test',
  'plugins/common/package.json':
    '{"name":"@x/common","dependencies":{"@x/plugin":"workspace:^"}}',
  'plugins/common/src/index.ts': 'common',
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'suido-fingerprint-'));
  Object.entries(FILES).forEach(([name, text]) => put(name, text));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name, text) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

test('the app is its own workspaces, found through circular dependencies', () => {
  const found = workspaceClosure(root, join(root, 'packages/app'));
  assert.deepEqual(
    found.map(path => path.slice(root.length + 1)),
    ['packages/app', 'plugins/plugin', 'plugins/common'],
  );
});

test('the bundle changes with what it is made of, and with nothing else', () => {
  const before = bundleFingerprint(root);
  put('packages/backend/src/index.ts', 'changed');
  put('plugins/plugin/src/index.test.ts', 'changed');
  put('plugins/plugin/README.md', 'changed');
  put('plugins/plugin/dist/index.js', 'built');
  put('app-config.demo.yaml', 'changed');
  assert.equal(bundleFingerprint(root), before);

  put('plugins/common/src/index.ts', 'changed');
  const after = bundleFingerprint(root);
  assert.notEqual(after, before);
  put('plugins/common/src/added.ts', '');
  assert.notEqual(bundleFingerprint(root), after);
});

test('the install changes with manifests and lockfile, not with sources', () => {
  const before = installFingerprint(root);
  put('packages/app/src/index.tsx', 'changed');
  assert.equal(installFingerprint(root), before);
  put('plugins/common/package.json', '{"name":"@x/common"}');
  const after = installFingerprint(root);
  assert.notEqual(after, before);
  put('yarn.lock', 'changed');
  assert.notEqual(installFingerprint(root), after);
});

test('a moved checkout keeps its fingerprint, a renamed file does not', () => {
  const before = installFingerprint(root);
  const moved = `${root}-moved`;
  cpSync(root, moved, { recursive: true });
  try {
    assert.equal(installFingerprint(moved), before);
  } finally {
    rmSync(moved, { recursive: true });
  }
  const files = () => [join(root, 'yarn.lock'), join(root, 'other')];
  const asLock = fingerprint(root, files());
  renameSync(join(root, 'yarn.lock'), join(root, 'other'));
  assert.notEqual(fingerprint(root, files()), asLock);
});
