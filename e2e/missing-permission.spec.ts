import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { Keyboard } from './journey/keyboard';
import { MartForm, type WantedMart } from './journey/martForm';
import { expectAccessible } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn } from './journey/texts';

const NO_REVIEW = {
  en: 'You do not have the permission to review this request.',
  ja: 'この依頼をレビューする権限がありません。',
};

test.describe('without the permission', () => {
  const open: WantedMart = {
    name: 'fct_for_everybody',
    question: 'How do customers like to pay?',
    purpose: 'The number of tills is planned.',
    definition: 'Gross amount per way of paying and day.',
    countDefinition: 'Number of orders.',
    dataset: 'int_orders_with_totals',
    columns: ['payment_method', 'ordered_on', 'gross_amount'],
  };
  const confidential: WantedMart = {
    name: 'fct_for_few',
    question: 'Who comes back?',
    purpose: 'Letters of thanks are sent.',
    definition: 'Orders of each member so far.',
    countDefinition: 'Number of members.',
    dataset: 'int_customers_order_history',
    columns: ['customer_id', 'order_count'],
  };
  const ids = new Map<string, string>();

  test.beforeAll(async ({ browser }) => {
    const texts = textsIn('en');
    const page = await enterAs(browser, 'hanako.sato', texts);
    const form = new MartForm(page, texts);
    for (const mart of [open, confidential]) {
      await page.goto('/data-requests/new/data-mart');
      await form.fillIn(mart);
      if (mart === confidential) {
        await form.stepButton('meaning').click();
        await page.getByRole('radio', { name: /^3 Confidential/ }).check();
        await form.stepButton('check').click();
      }
      await form.sendButton.click();
      await new RequestPage(page, texts).expectState('in-review');
      ids.set(mart.name, page.url().split('/').at(-1) ?? '');
    }
    await page.context().close();
  });

  for (const language of LANGUAGES) {
    const texts = textsIn(language);

    test(`leadership reads a request, and cannot review it (${language})`, async ({
      browser,
      request: http,
    }) => {
      const id = ids.get(open.name);
      const page = await enterAs(
        browser,
        'akira.yamamoto',
        texts,
        `/data-requests/requests/${id}`,
      );
      const request = new RequestPage(page, texts);
      await expect(
        page.getByRole('heading', { name: open.name }),
      ).toBeVisible();
      await expect(page.getByText(NO_REVIEW[language])).toBeVisible();
      await expectAccessible(page);
      for (const act of ['approve', 'requestChanges', 'merge', 'withdraw']) {
        await expect(request.act(act)).toHaveCount(0);
      }
      const keys = new Keyboard(page);
      await keys.press('m');
      await expect(request.dialog).toHaveCount(0);

      await page.goto(`/data-requests/new/data-mart?revise=${id}`);
      await expect(
        page.getByText(texts.pages('new.notRevisable.title')),
      ).toBeVisible();

      const leader = await PortalApi.as('akira.yamamoto', http);
      const { proposal } = await (await leader.get(`/requests/${id}`)).json();
      const { headSha } = proposal;
      const review = { verdict: 'approve', body: '', headSha };
      const acts = [
        await leader.post(`/requests/${id}/reviews`, review),
        await leader.post(`/requests/${id}/merge`, { headSha }),
        await leader.post(`/requests/${id}/withdraw`, {}),
      ];
      expect(acts.map(answer => answer.status())).toEqual([403, 403, 403]);
      const after = await (await leader.get(`/requests/${id}`)).json();
      expect(after.state).toBe('in-review');
      await page.context().close();
    });

    test(`a confidential request is shown to nobody else (${language})`, async ({
      browser,
    }) => {
      const page = await enterAs(
        browser,
        'tom.wilson',
        texts,
        '/data-requests/all',
      );
      await expect(
        page.getByRole('link', { name: open.name, exact: true }),
      ).toBeVisible();
      await expect(page.getByText(confidential.name)).toHaveCount(0);

      await page.goto(`/data-requests/requests/${ids.get(confidential.name)}`);
      // That it exists is itself told to nobody.
      await expect(
        page.getByText(texts.pages('request.missing.title')),
      ).toBeVisible();
      await expect(page.getByText(confidential.name)).toHaveCount(0);
      await expectAccessible(page);
      await page.context().close();
    });
  }
});

for (const language of LANGUAGES) {
  const texts = textsIn(language);

  test(`a request that does not exist is said to be missing (${language})`, async ({
    browser,
  }) => {
    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      '/data-requests/requests/01ARZ3NDEKTSV4RRFFQ69G5FAV',
    );
    const missing = page.getByText(texts.pages('request.missing.title'));
    await expect(missing).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: texts.pages('request.backToList') })
      .click();
    await expect(page).toHaveURL(/\/data-requests\/all$/);

    // A mistyped address names no request either.
    await page.goto('/data-requests/requests/12');
    await expect(missing).toBeVisible();
    await page.context().close();
  });
}
