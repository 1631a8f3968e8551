/*
 * Who may import whom, as lint rules that fail (see docs/architecture.md).
 *
 * Every package's .eslintrc.js is one line that calls this with its folder. The
 * rules hold for sources; tests may start another plugin's backend.
 */
const path = require('node:path');
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

const FRONTEND_ROLES = [
  'frontend',
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
];
const BACKEND_ROLES = [
  'backend-plugin',
  'backend-plugin-module',
  'node-library',
];
/*
 * A backend that brings one of its modules along, so that its one line in an
 * adopter's backend gives something that works (docs/adr/0009).
 */
const BROUGHT_ALONG = {
  '@suido/backstage-plugin-data-requests-backend':
    '@suido/backstage-plugin-data-requests-backend-module-local-forge',
};
const OLD_FRONTEND_SYSTEM =
  'createPlugin|createRouteRef|createSubRouteRef|createExternalRouteRef|useRouteRef|createRoutableExtension|createComponentExtension';

function forbidImport(sourcePattern, message) {
  const source = `source.value=/${sourcePattern.replace(/\//g, '\\/')}/`;
  return [
    { selector: `ImportDeclaration[${source}]`, message },
    { selector: `ExportNamedDeclaration[${source}]`, message },
    { selector: `ExportAllDeclaration[${source}]`, message },
    { selector: `ImportExpression[${source}]`, message },
  ];
}

/** Restrictions for a package of this name and role. */
function importRules({ name, role }) {
  const isPlugin = name.startsWith('@suido/backstage-plugin-');
  const rules = [
    ...forbidImport(
      '^(app|backend)(/|$)',
      'Nothing imports the app or the backend.',
    ),
    {
      selector: `ImportDeclaration[source.value="@backstage/core-plugin-api"] > ImportSpecifier[imported.name=/^(${OLD_FRONTEND_SYSTEM})$/]`,
      message:
        'The old frontend system is not supported: take extensions and routes from @backstage/frontend-plugin-api.',
    },
  ];
  if (role !== 'frontend') {
    rules.push(
      ...forbidImport(
        '^@material-ui/',
        'Content is @mui/material v5, never v4.',
      ),
    );
  }
  if (role === 'frontend') {
    rules.push(
      ...forbidImport(
        '^@suido/backstage-plugin-.*-(backend|node)(-|$)',
        'A frontend imports no backend code.',
      ),
    );
  } else if (FRONTEND_ROLES.includes(role)) {
    rules.push(
      ...forbidImport(
        '^@suido/backstage-plugin-(?!.*-(react|common)$)',
        "A frontend meets other plugins only through their '-react' and '-common' packages.",
      ),
    );
  } else if (BACKEND_ROLES.includes(role)) {
    const ownModule = BROUGHT_ALONG[name];
    rules.push(
      ...forbidImport(
        `^${
          ownModule ? `(?!${ownModule}$)` : ''
        }@suido/backstage-plugin-(?!.*-(node|common)$)`,
        "A backend meets other plugins only through their '-node' and '-common' packages.",
      ),
    );
  } else if (role === 'common-library' && isPlugin) {
    rules.push(
      ...forbidImport(
        '^@suido/backstage-plugin-(?!.*-common$)',
        "A '-common' package imports no frontend and no backend code.",
      ),
    );
  } else if (role === 'common-library') {
    rules.push(
      ...forbidImport(
        '^(@suido/backstage-plugin-|@backstage/(?!errors$))',
        'A pure library imports no plugin and no Backstage (but its errors).',
      ),
    );
  }
  return rules;
}

module.exports = function createConfig(dir) {
  const { name, backstage } = require(path.join(dir, 'package.json'));
  return createBackstageConfig(dir, {
    restrictedSrcSyntax: importRules({ name, role: backstage.role }),
  });
};
module.exports.importRules = importRules;
