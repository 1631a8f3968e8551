import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runnerResult } from './part.mjs';
import {
  formatTotals,
  jestTotals,
  listedTests,
  nodeTestTotals,
  parseTotals,
  playwrightTotals,
  sum,
} from './totals.mjs';

test('the last line is written and read back, the last one counts', () => {
  const totals = { passed: 12, failed: 1, skipped: 3 };
  const output = `Tests: 1 passed, 0 failed, 0 skipped\n${formatTotals(
    totals,
  )}\n`;
  assert.deepEqual(parseTotals(output), totals);
  assert.equal(parseTotals('Tests:       3 passed, 3 total'), undefined);
  assert.equal(parseTotals(`say ${formatTotals(totals)}`), undefined);
});

test('sums', () => {
  assert.deepEqual(sum([]), { passed: 0, failed: 0, skipped: 0 });
  assert.deepEqual(
    sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
    { passed: 11, failed: 22, skipped: 33 },
  );
});

test('a Jest suite that could not run is a failure', () => {
  const result = {
    numPassedTests: 5,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 2,
    numTodoTests: 1,
  };
  assert.deepEqual(jestTotals(result), { passed: 5, failed: 1, skipped: 3 });
});

test('Playwright: flaky tests and errors outside of tests are failures', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };
  assert.deepEqual(playwrightTotals({ stats, errors: [] }), {
    passed: 4,
    failed: 1,
    skipped: 2,
  });
  const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const errors = [{ message: 'The portal did not start' }];
  assert.equal(playwrightTotals({ stats: nothing, errors }).failed, 1);
  assert.equal(
    listedTests('  a.spec.ts:3:1 › x\nTotal: 7 tests in 2 files'),
    7,
  );
  assert.equal(listedTests('Total: 1 test in 1 file'), 1);
  assert.equal(listedTests('Error: no tests found'), 0);
});

test('node --test: cancelled counts as failed, todo as skipped', () => {
  const output =
    '# tests 9\n# suites 0\n# pass 4\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 1\n# duration_ms 5\n';
  assert.deepEqual(nodeTestTotals(output), {
    passed: 4,
    failed: 2,
    skipped: 3,
  });
  assert.equal(nodeTestTotals('Error: Cannot find module'), undefined);
});

test('a runner that ends with an error has at least one failure', () => {
  const passed = { passed: 3, failed: 0, skipped: 0 };
  const run = (code, totals) =>
    runnerResult({ code, output: '' }, totals).totals.failed;
  assert.equal(run(0, passed), 0);
  assert.equal(run(1, passed), 1);
  assert.equal(run(1, { ...passed, failed: 4 }), 4);
  assert.equal(run(0, undefined), 1);
});
