import { expect, type Browser, type Page } from '@playwright/test';
import type { Texts } from './texts';

/** People of the demo company, as their card on the sign-in page says. */
export const PEOPLE = {
  'hanako.sato': { en: 'Hanako Sato', ja: '佐藤 花子' },
  'tom.wilson': { en: 'Tom Wilson', ja: 'トム・ウィルソン' },
  'kenji.tanaka': { en: 'Kenji Tanaka', ja: '田中 健二' },
} as const;

/** A browser of their own for one person, entered in their language. */
export async function enterAs(
  browser: Browser,
  person: keyof typeof PEOPLE,
  texts: Texts,
  url = '/',
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page
    .getByRole('button', { name: texts.app(`language.${texts.language}`) })
    .click();
  await page
    .getByRole('button', { name: PEOPLE[person][texts.language] })
    .click();
  await expect(
    page.getByRole('link', { name: texts.app('nav.dataRequests') }),
  ).toBeVisible();
  return page;
}
