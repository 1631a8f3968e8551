import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const { Linter } = require('eslint');
const { importRules } = require('./architecture.js');

function problems(pkg, code) {
  const linter = new Linter();
  return linter.verify(code, {
    parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: { 'no-restricted-syntax': ['error', ...importRules(pkg)] },
  }).length;
}

const packages = {
  page: { name: '@suido/backstage-plugin-a', role: 'frontend-plugin' },
  backend: {
    name: '@suido/backstage-plugin-a-backend',
    role: 'backend-plugin',
  },
  dataRequests: {
    name: '@suido/backstage-plugin-data-requests-backend',
    role: 'backend-plugin',
  },
  common: { name: '@suido/backstage-plugin-a-common', role: 'common-library' },
  pure: { name: '@suido/vocabulary', role: 'common-library' },
  app: { name: 'app', role: 'frontend' },
};

for (const [who, source] of [
  ['page', '@suido/backstage-plugin-b-backend'],
  ['page', '@suido/backstage-plugin-b'],
  ['page', '@suido/backstage-plugin-a-node'],
  ['page', '@material-ui/core/Button'],
  ['page', 'app'],
  ['backend', '@suido/backstage-plugin-b-backend'],
  ['backend', '@suido/backstage-plugin-a-react'],
  ['backend', '@suido/backstage-plugin-b-backend-module-c'],
  [
    'backend',
    '@suido/backstage-plugin-data-requests-backend-module-local-forge',
  ],
  ['backend', 'backend'],
  [
    'dataRequests',
    '@suido/backstage-plugin-data-requests-backend-module-demo-platform',
  ],
  ['dataRequests', '@suido/backstage-plugin-data-requests'],
  ['common', '@suido/backstage-plugin-a-node'],
  ['pure', '@backstage/catalog-model'],
  ['pure', '@suido/backstage-plugin-a-common'],
  ['app', '@suido/backstage-plugin-a-backend'],
]) {
  test(`${who} may not import ${source}`, () => {
    assert.equal(problems(packages[who], `import x from '${source}';`), 1);
    assert.equal(problems(packages[who], `export * from '${source}';`), 1);
    assert.equal(problems(packages[who], `import('${source}');`), 1);
  });
}

for (const [who, source] of [
  ['page', '@suido/backstage-plugin-b-react'],
  ['page', '@suido/backstage-plugin-b-common'],
  ['page', '@mui/material/Button'],
  ['backend', '@suido/backstage-plugin-b-node'],
  ['backend', '@suido/backstage-plugin-b-common'],
  ['backend', '@backstage/backend-plugin-api'],
  [
    'dataRequests',
    '@suido/backstage-plugin-data-requests-backend-module-local-forge',
  ],
  ['common', '@suido/backstage-plugin-b-common'],
  ['pure', '@backstage/errors'],
  ['app', '@suido/backstage-plugin-a'],
]) {
  test(`${who} may import ${source}`, () => {
    assert.equal(problems(packages[who], `import x from '${source}';`), 0);
  });
}

test('the old frontend system is refused by name, the API refs are not', () => {
  const from = names =>
    problems(
      packages.page,
      `import { ${names} } from '@backstage/core-plugin-api';`,
    );
  assert.equal(from('createPlugin, useRouteRef'), 2);
  assert.equal(from('useApi, identityApiRef'), 0);
});
