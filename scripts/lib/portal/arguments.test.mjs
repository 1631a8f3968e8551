import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../console/problem.mjs';
import { parseArguments } from './arguments.mjs';

test('options in every spelling', () => {
  assert.equal(parseArguments([]).port, 7007);
  assert.equal(parseArguments(['--port', '8080']).port, 8080);
  assert.equal(parseArguments(['--port=8080']).port, 8080);
  const all = parseArguments(['--reset', '--yes', '--verbose', '-p', '1']);
  assert.deepEqual(all, {
    port: 1,
    reset: true,
    yes: true,
    verbose: true,
    help: false,
  });
});

for (const args of [
  ['--port'],
  ['--port', '0'],
  ['--port', '65536'],
  ['--port', '80a'],
  ['--port', '-1'],
  ['--port='],
  ['--prot', '80'],
  ['start'],
]) {
  test(`"${args.join(' ')}" is refused with a cure`, () => {
    assert.throws(
      () => parseArguments(args),
      error => error instanceof Problem && error.cure.includes('--help'),
    );
  });
}
