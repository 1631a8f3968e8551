import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CHROMIUM_FLAGS } from '../scripts/lib/test/chromium.mjs';

/**
 * @typedef {object} PageLoad
 * @property {number} scriptKb JavaScript over the wire (compressed), first visit
 * @property {number} lcpMs largest contentful paint
 */

/**
 * Opens the page several times, each time in a browser profile that has seen
 * nothing, and takes the median.
 *
 * @param {{ root: string, chromium: string, url: string, visits?: number }} options
 * @returns {Promise<PageLoad>}
 */
export async function measurePageLoad({ root, chromium, url, visits = 5 }) {
  const require = createRequire(join(root, 'package.json'));
  const playwright = require('@playwright/test');
  const loads = [];
  for (let visit = 0; visit < visits; visit++) {
    const browser = await playwright.chromium.launch({
      executablePath: chromium,
      args: CHROMIUM_FLAGS,
    });
    try {
      loads.push(await visitOnce(browser, url));
    } finally {
      await browser.close();
    }
  }
  return {
    scriptKb: Math.round(median(loads.map(load => load.scriptBytes)) / 1024),
    lcpMs: Math.round(median(loads.map(load => load.lcpMs))),
  };
}

async function visitOnce(browser, url) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const scripts = new Set();
  let scriptBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') {
      scripts.add(requestId);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) {
      scriptBytes += encodedDataLength;
    }
  });
  await session.send('Network.enable');
  await page.goto(url);
  // The first page of both apps is the one to sign in; it has a button.
  await page.getByRole('button').first().waitFor();
  await page.waitForLoadState('networkidle');
  const lcpMs = await page.evaluate(
    () =>
      new Promise(resolve => {
        new PerformanceObserver(list => {
          resolve(list.getEntries().pop().startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return { scriptBytes, lcpMs };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
