/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @type {Totals} */
export const NOTHING = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {Totals[]} all
 * @returns {Totals}
 */
export function sum(all) {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    NOTHING,
  );
}

/**
 * The last line of `npm test`, `npm run test:conformance` and `.ci/run`.
 *
 * @param {Totals} totals
 */
export function formatTotals({ passed, failed, skipped }) {
  return `Tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * The totals in the last such line of a text.
 *
 * @param {string} text
 * @returns {Totals | undefined}
 */
export function parseTotals(text) {
  const lines = [
    ...text.matchAll(/^Tests: (\d+) passed, (\d+) failed, (\d+) skipped\s*$/gm),
  ];
  const last = lines.pop();
  return last && counts(last[1], last[2], last[3]);
}

/**
 * Jest's `--json` result. A suite that could not run at all (it does not
 * compile, a hook threw while loading) has no tests and counts as one failure.
 *
 * @param {any} result
 * @returns {Totals}
 */
export function jestTotals(result) {
  return counts(
    result.numPassedTests,
    result.numFailedTests + result.numRuntimeErrorTestSuites,
    result.numPendingTests + result.numTodoTests,
  );
}

/**
 * Playwright's JSON report. A test that passed only on a second try counts as
 * a failure; an error outside the tests (the portal did not start) too.
 *
 * @param {any} report
 * @returns {Totals}
 */
export function playwrightTotals(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const outside = report.errors?.length && !unexpected ? 1 : 0;
  return counts(expected, unexpected + flaky + outside, skipped);
}

/**
 * The summary that `node --test --test-reporter=tap` writes at its end.
 *
 * @param {string} output
 * @returns {Totals | undefined}
 */
export function nodeTestTotals(output) {
  const count = name => new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1];
  if (count('tests') === undefined) {
    return undefined;
  }
  const skipped = Number(count('skipped')) + Number(count('todo'));
  const failed = Number(count('fail')) + Number(count('cancelled'));
  return counts(count('pass'), failed, skipped);
}

/**
 * How many tests `playwright test --list` names.
 *
 * @param {string} output
 */
export function listedTests(output) {
  return Number(/^Total: (\d+) tests? in/m.exec(output)?.[1] ?? 0);
}

function counts(passed, failed, skipped) {
  return {
    passed: Number(passed),
    failed: Number(failed),
    skipped: Number(skipped),
  };
}
