import { join } from 'node:path';
import { readJson } from '../state/json-file.mjs';
import { findChromium, NO_CHROMIUM } from './chromium.mjs';
import { runNode, runnerResult } from './part.mjs';
import { listedTests, NOTHING, playwrightTotals } from './totals.mjs';

/** @type {import('./part.mjs').Part} */
export const endToEnd = {
  name: 'e2e',
  title: 'Journeys in Chromium (Playwright)',
  run: async context => {
    const chromium = findChromium();
    const cli = join(context.root, 'node_modules/@playwright/test/cli.js');
    const args = [cli, 'test', '-c', 'e2e/playwright.config.ts'];
    if (!chromium) {
      const listed = await runNode(context, 'e2e', [...args, '--list']);
      const skipped = listedTests(listed.output);
      return {
        totals: { ...NOTHING, skipped },
        note: `${skipped} journeys skipped: ${NO_CHROMIUM}`,
      };
    }
    const report = join(context.scratch, 'playwright.json');
    const result = await runNode(
      context,
      'e2e',
      [...args, '--reporter=list,json', '--pass-with-no-tests'],
      {
        CHROME_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
    const totals = readJson(report);
    return runnerResult(result, totals && playwrightTotals(totals));
  },
};
