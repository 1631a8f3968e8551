import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { screenshotDirectory } from '../portal';
import type { Texts } from './texts';

/** Fails on what keeps people with a screen reader or a keyboard out. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still fading in has not its colours yet.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(it => it.effect?.getComputedTiming().iterations !== Infinity)
        .map(it => it.finished),
    ).then(() => undefined),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('\n')}`,
    );
  expect.soft(grave, grave.join('\n\n')).toEqual([]);
}

/** Saves a picture that the docs show, one per language. */
export async function takePicture(
  page: Page,
  name: string,
  texts: Texts,
): Promise<void> {
  // A picture of placeholders, or of a page that is yet to come, shows nobody
  // anything.
  await expect(page.getByRole('main').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.screenshot({
    path: join(screenshotDirectory, `${name}-${texts.language}.png`),
    animations: 'disabled',
  });
}
