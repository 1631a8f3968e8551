import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogues } from '../console/messages.mjs';
import { installProblem } from './install-problem.mjs';

const cases = [
  [
    'network',
    '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.yarnpkg.com\n➤ YN0000: Failed with errors',
  ],
  ['network', '➤ YN0001: │ Error: connect ECONNREFUSED 10.0.0.1:443'],
  [
    'lock',
    '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
  ],
  ['disk', 'Error: ENOSPC: no space left on device, write'],
  ['failed', "➤ YN0009: │ something@npm:1.0.0 couldn't be built"],
];

for (const [kind, output] of cases) {
  test(`${kind}: ${output.slice(0, 60).split('\n')[0]}`, () => {
    const problem = installProblem(output, '/x/install.log', '/x');
    const expected = [
      catalogues.en[`install.${kind}`],
      catalogues.ja[`install.${kind}`],
    ];
    assert.ok(expected.includes(problem.message), problem.message);
    assert.ok(problem.cure);
    assert.ok(problem.details.length > 0);
  });
}

test('a missing permission names the folder', () => {
  for (const code of ['EACCES', 'EROFS', 'EPERM']) {
    const output = `➤ YN0001: │ Error: ${code}: refused, mkdir '/srv/suido/node_modules/x'`;
    const problem = installProblem(output, '/x/install.log', '/x');
    assert.match(problem.message, /\/srv\/suido\/node_modules\/x/);
  }
});
