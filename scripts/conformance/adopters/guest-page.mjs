import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  CHROMIUM_FLAGS,
  findChromium,
  NO_CHROMIUM,
} from '../../lib/test/chromium.mjs';
import { Skipped } from '../skipped.mjs';

const TIMEOUT_MS = 120_000;

/**
 * Enters a page of the portal as a guest whose browser speaks English, and
 * fails on what the browser complains about.
 *
 * @param {string} root of this repository, which has Playwright
 * @param {string} url
 * @param {(page: import('@playwright/test').Page) => Promise<void>} look
 * @throws Skipped without a Chromium
 */
export async function onGuestPage(root, url, look) {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Skipped('there is no browser', NO_CHROMIUM);
  }
  const require = createRequire(join(root, 'package.json'));
  const { chromium } = require('@playwright/test');
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_FLAGS,
  });
  try {
    const page = await browser.newPage({ locale: 'en-US' });
    page.setDefaultTimeout(TIMEOUT_MS);
    const problems = watchForProblems(page);
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await look(page);
    if (problems.length > 0) {
      throw new Error(problems.join('\n'));
    }
  } finally {
    await browser.close();
  }
}

function watchForProblems(page) {
  const problems = [];
  page.on('pageerror', error => problems.push(String(error)));
  page.on('console', message => {
    if (
      message.type() === 'error' &&
      message.text().includes('Content Security Policy')
    ) {
      problems.push(message.text());
    }
  });
  return problems;
}
