import { expect, test, type Browser } from '@playwright/test';
import { Keyboard } from './keyboard';
import { expectAccessible } from './observe';
import { enterByKeyboard } from './person';
import { RequestPage } from './requestPage';
import type { Texts } from './texts';

/** Reviews with one key per thing to do. */
export async function reviewByShortcuts(
  browser: Browser,
  texts: Texts,
  name: string,
) {
  const page = await (await browser.newContext()).newPage();
  const keys = new Keyboard(page);
  const request = new RequestPage(page, texts);
  await openFromQueue(keys, texts, name);

  await keys.press('?');
  await expect(request.dialog).toBeVisible();
  await expectAccessible(page);
  await keys.press('Escape');
  await expect(request.dialog).toHaveCount(0);

  await keys.press('2');
  const file = page.getByRole('heading', { name: `${name}.sql` });
  await expect(file).toBeVisible();
  await keys.press('j');
  await keys.press('j');
  await keys.press('k');
  await expect(request.files.first()).toBeFocused();
  await keys.press('j');
  await expect(request.files.nth(1)).toBeFocused();
  await keys.press('d');
  await expect(
    page.getByRole('button', { name: texts.pages('files.split') }),
  ).toHaveAttribute('aria-pressed', 'true');
  await keys.press('3');
  await expect(page.getByRole('table')).toContainText('sales_per_order');

  await keys.press('c');
  await expect(request.comment).toBeFocused();
  await keys.type('Reads well, approve and merge: 1, 2, 3.');
  await expect(request.comment).toHaveValue(/1, 2, 3\.$/);
  await keys.press('Control+Enter');
  await expect(request.comment).toHaveValue('');
  await keys.press('Tab');
  await keys.press('1');
  await expect(page.getByText('Reads well, approve and merge')).toBeVisible();

  await keys.press('a');
  await expect(request.act('approve')).toBeFocused();
  await keys.press('Enter');
  await request.expectState('approved');
  await keys.expectFocusKept('Approving');
  await expect(request.act('merge')).toBeEnabled();
  await keys.press('m');
  await expect(request.confirmation('merge')).toBeVisible();
  await expectAccessible(page);
  await keys.enter(request.confirmation('merge'));
  await request.expectState('deployed');
  await keys.expectFocusKept('Merging');
  await page.context().close();
  return keys;
}

/** Reviews with Tab, arrows and Enter only. */
export async function reviewByTab(
  browser: Browser,
  texts: Texts,
  name: string,
) {
  const page = await (await browser.newContext()).newPage();
  const keys = new Keyboard(page);
  const request = new RequestPage(page, texts);
  await openFromQueue(keys, texts, name);

  await keys.tabTo(request.section('conversation'));
  await keys.press('ArrowRight');
  await expect(request.section('files')).toBeFocused();
  await keys.press('Enter');
  const path = await request.files.first().innerText();
  await keys.enter(request.commentOn('button', path));
  const comment = request.commentOn('textbox', path);
  await expect(comment).toBeFocused();

  await test.step('the Enter of an input method sends nothing', async () => {
    await keys.compose('よみやすいです', '読みやすいです。', 'Control');
    await expect(comment).toHaveValue('読みやすいです。');
    await keys.enter(
      page.getByRole('button', { name: texts.pages('comment.send') }),
    );
    await expect(comment).toHaveCount(0);
    await keys.expectFocusKept('Sending a comment');
  });
  await expect(page.getByText('読みやすいです。').first()).toBeVisible();
  await expect(page.getByText('よみやすいです')).toHaveCount(0);

  await keys.enter(request.act('approve'));
  await request.expectState('approved');
  await keys.expectFocusKept('Approving');
  await expect(request.act('merge')).toBeEnabled();
  await keys.enter(request.act('merge'));
  await keys.enter(request.confirmation('cancel'));
  await keys.expectFocusOn(request.act('merge'), 'Cancelling the merge');
  await keys.press('Enter');
  await keys.enter(request.confirmation('merge'));
  await request.expectState('deployed');
  await keys.expectFocusKept('Merging');
  await page.context().close();
  return keys;
}

/** Enters, and opens the request from what waits for a review. */
async function openFromQueue(keys: Keyboard, texts: Texts, name: string) {
  const { page } = keys;
  await enterByKeyboard(keys, 'kenji.tanaka', texts);
  await keys.enter(
    page.getByRole('link', { name: texts.app('nav.dataRequests') }),
  );
  const queue = page.getByRole('link', {
    name: texts.pages('tab.toReview'),
    exact: true,
  });
  await keys.enter(queue);
  await keys.expectFocusOn(queue, 'Going to the queue');
  await keys.enter(page.getByRole('link', { name, exact: true }));
  await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
  await expect(page.getByRole('heading', { name })).toBeVisible();
}
