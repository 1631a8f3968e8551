import {
  expect,
  type Browser,
  type Locator,
  type Page,
} from '@playwright/test';
import type { Keyboard } from './keyboard';
import type { Texts } from './texts';

/** People of the demo company, as their card on the sign-in page says. */
export const PEOPLE = {
  'hanako.sato': { en: 'Hanako Sato', ja: '佐藤 花子' },
  'tom.wilson': { en: 'Tom Wilson', ja: 'トム・ウィルソン' },
  'kenji.tanaka': { en: 'Kenji Tanaka', ja: '田中 健二' },
  'yuki.suzuki': { en: 'Yuki Suzuki', ja: '鈴木 優希' },
  'maria.garcia': { en: 'Maria García', ja: 'マリア・ガルシア' },
  'akira.yamamoto': { en: 'Akira Yamamoto', ja: '山本 明' },
} as const;

export type Person = keyof typeof PEOPLE;

/** A browser of their own for one person, entered in their language. */
export async function enterAs(
  browser: Browser,
  person: Person,
  texts: Texts,
  url = '/',
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await languageButton(page, texts).click();
  await card(page, person, texts).click();
  await expectEntered(page, texts);
  return page;
}

/** {@link enterAs}, without a mouse. */
export async function enterByKeyboard(
  keys: Keyboard,
  person: Person,
  texts: Texts,
): Promise<void> {
  const { page } = keys;
  await page.goto('/');
  await keys.enter(languageButton(page, texts));
  await keys.enter(card(page, person, texts));
  await expectEntered(page, texts);
}

function languageButton(page: Page, { app, language }: Texts): Locator {
  return page.getByRole('button', { name: app(`language.${language}`) });
}

function card(page: Page, person: Person, { language }: Texts): Locator {
  return page.getByRole('button', { name: PEOPLE[person][language] });
}

async function expectEntered(page: Page, { app }: Texts): Promise<void> {
  await expect(
    page.getByRole('button', { name: app('nav.signOut') }),
  ).toBeVisible();
}
