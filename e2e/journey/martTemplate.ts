import { expect, type Page } from '@playwright/test';
import { MartForm, type WantedMart } from './martForm';
import type { Texts } from './texts';

/** Asks for a mart by the Template under `/create`; answers the request's URL. */
export async function askByTemplate(
  page: Page,
  texts: Texts,
  mart: WantedMart,
): Promise<string> {
  await page.goto('/create/templates/default/data-mart');
  const form = new MartForm(page, texts);
  const next = page.getByRole('button', { name: /^(Next|次へ)$/ });

  await form.sayWhatAndWhy(mart);
  await next.click();
  await form.pickData(mart.dataset);
  await next.click();
  await form.pickColumns(mart.columns);
  await next.click();
  await form.sayWhatItMeans(mart);
  await next.click();
  await page.getByRole('button', { name: '確認へ / Review' }).click();
  await page.getByRole('button', { name: '依頼を送信 / Send' }).click();

  const link = page.locator('a[href*="/data-requests/requests/"]').first();
  await expect(link).toBeVisible();
  await link.click();
  await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
  return new URL(page.url()).pathname;
}
