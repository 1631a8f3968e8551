import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './browser';

/**
 * The journeys share one portal and go through it one after the other, the
 * way the people of the demo company hand work to each other.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './globalSetup',
  globalTeardown: './globalTeardown',
  workers: 1,
  fullyParallel: false,
  projects: [
    // What an empty portal says can only be seen before anybody asks.
    { name: 'home', testMatch: 'home.spec.ts' },
    { name: 'journeys', testIgnore: 'home.spec.ts' },
  ],
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // The first page of a fresh portal compiles and indexes on two cores.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${process.env.SUIDO_E2E_PORT ?? '7017'}`,
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Tokyo',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: browserFlags,
    },
  },
});
