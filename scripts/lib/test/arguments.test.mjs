import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../console/problem.mjs';
import { parseTestArguments } from './arguments.mjs';

const NAMES = ['format', 'lint', 'jest', 'e2e'];

test('--only and --skip choose parts and keep their order', () => {
  assert.deepEqual(parseTestArguments([], NAMES).parts, NAMES);
  assert.deepEqual(parseTestArguments(['--only', 'jest,lint'], NAMES).parts, [
    'lint',
    'jest',
  ]);
  assert.deepEqual(parseTestArguments(['--skip=e2e,jest'], NAMES).parts, [
    'format',
    'lint',
  ]);
});

test('an unknown part or argument is refused', () => {
  for (const args of [['--only', 'jset'], ['--only'], ['--skip='], ['jest']]) {
    assert.throws(() => parseTestArguments(args, NAMES), Problem);
  }
});
