import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import type { WantedMart } from './journey/martForm';
import { askByTemplate } from './journey/martTemplate';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Language } from './journey/texts';
import { restartPortal } from './portal';

const MARTS: Readonly<Record<Language, WantedMart>> = {
  en: {
    name: 'fct_store_day',
    question: 'What do our campaigns cost us in discounts?',
    purpose: 'Campaigns are planned around quiet days.',
    definition: 'Discounts and number of orders per campaign and day.',
    countDefinition: 'Number of orders.',
    dataset: 'int_orders_with_totals',
    columns: ['ordered_on', 'campaign_id', 'discount_amount'],
  },
  ja: {
    name: 'fct_store_day_ja',
    question: '店舗と分類ごとに原価はいくらですか？',
    purpose: '仕入れ先との交渉の準備に使います。',
    definition: '店舗と商品の分類ごとの原価と明細の件数です。',
    countDefinition: '注文明細の件数です。',
    dataset: 'int_order_items_enriched',
    columns: ['store_id', 'category', 'cost_amount'],
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];
  const amount = mart.columns?.at(-1) ?? 'net_amount';

  test(`a data engineer reviews and merges what came by the Template (${language})`, async ({
    browser,
  }) => {
    const author = await enterAs(browser, 'tom.wilson', texts);
    const request = await askByTemplate(author, texts, mart);
    await new RequestPage(author, texts).expectState('in-review');

    const page = await enterAs(browser, 'kenji.tanaka', texts);
    await page
      .getByRole('link', { name: texts.app('nav.dataRequests') })
      .click();
    await page
      .getByRole('link', { name: texts.pages('tab.toReview'), exact: true })
      .click();
    await expectAccessible(page);
    await page.getByRole('link', { name: new RegExp(mart.name) }).click();
    await expect(page).toHaveURL(new RegExp(request));

    const reviewed = new RequestPage(page, texts);
    const section = (name: string) => reviewed.section(name).click();
    await section('files');
    await expect(page.getByText(`${mart.name}.sql`).first()).toBeVisible();
    await expect(page.getByText(mart.definition).first()).toBeVisible();
    await takePicture(page, 'review-files', texts);
    await expectAccessible(page);
    await section('sample');
    await expect(page.getByRole('table')).toContainText(amount);
    await section('checks');
    await expectAccessible(page);
    await section('reviewers');
    await expect(page.getByText('@data-engineering').first()).toBeVisible();

    if (language === 'en') {
      await test.step('the author answers a wish on the same pull request', async () => {
        await reviewed.comment.fill('Which campaigns? Please say so.');
        await reviewed.act('requestChanges').click();
        await new RequestPage(author, texts).expectState('changes-requested');
        await author
          .getByRole('link', { name: texts.pages('review.revise') })
          .click();
        await author
          .getByLabel(texts.form('what.purpose'))
          .fill('The spring campaign is planned around quiet days.');
        await author
          .getByRole('button', { name: texts.form('step.check') })
          .click();
        await author
          .getByRole('button', { name: texts.form('send.revise') })
          .click();
        await expect(author).toHaveURL(new RegExp(request));
        await reviewed.expectState('in-review');
        await section('files');
        await expect(
          page.getByText('The spring campaign').first(),
        ).toBeVisible();
      });
    }

    await reviewed.comment.fill(
      language === 'en' ? 'Reads well.' : '読みやすいです。',
    );
    await reviewed.act('approve').click();
    await reviewed.expectState('approved');

    if (language === 'ja') {
      await test.step('the portal restarts, and the approval still stands', async () => {
        await restartPortal();
        await page.goto(request);
        await reviewed.expectState('approved');
      });
    }

    await reviewed.act('merge').click();
    await reviewed.confirmation('merge').click();
    await reviewed.expectState('deployed');
    await takePicture(page, 'request-built', texts);
    await expectAccessible(page);

    await page
      .getByRole('link', { name: texts.pages('request.dataset.open') })
      .click();
    await expect(
      page.getByRole('heading', { name: new RegExp(mart.name) }).first(),
    ).toBeVisible();
    await expect(
      page
        .getByText(language === 'en' ? 'The spring campaign' : mart.purpose)
        .first(),
    ).toBeVisible();
    await expect(
      page.getByText(texts.pages('frequency.daily')).first(),
    ).toBeVisible();
    await takePicture(page, 'catalog-dataset', texts);
    await page.context().close();
    await author.context().close();
  });
}

test('nobody approves or merges their own request, by the page or by the API', async ({
  browser,
  request,
}) => {
  const texts = textsIn('en');
  const page = await enterAs(browser, 'kenji.tanaka', texts);
  const path = await askByTemplate(page, texts, {
    name: 'fct_own_request',
    question: 'How do people pay for what they order?',
    purpose: 'The contract with the card company is renewed.',
    definition: 'Items and number of orders per way of paying.',
    countDefinition: 'Number of orders.',
    dataset: 'int_orders_with_totals',
    columns: ['payment_method', 'order_status', 'item_count'],
  });
  const own = new RequestPage(page, texts);
  await own.expectState('in-review');
  for (const act of ['approve', 'merge']) {
    await expect(own.act(act)).toHaveCount(0);
  }

  const requester = await PortalApi.as('kenji.tanaka', request);
  const api = path.replace('/data-requests', '');
  const { proposal } = await (await requester.get(api)).json();
  const { headSha } = proposal;
  const approve = await requester.post(`${api}/reviews`, {
    verdict: 'approve',
    body: '',
    headSha,
  });
  expect(approve.status()).toBe(403);
  const merge = await requester.post(`${api}/merge`, { headSha });
  expect(merge.status()).toBe(403);
  const after = await (await requester.get(api)).json();
  expect(after.state).toBe('in-review');
  await page.context().close();
});

test('an expired session and a missing permission are said plainly', async ({
  browser,
  request,
}) => {
  const nobody = await request.get('/api/data-requests/v1/requests');
  expect(nobody.status()).toBe(401);
  const remote = await request.get('/api/auth/demo-personas/refresh', {
    headers: {
      'x-suido-persona': 'hanako.sato',
      'x-requested-with': 'XMLHttpRequest',
      'x-forwarded-for': '203.0.113.9',
    },
  });
  expect(remote.status()).toBe(403);

  const texts = textsIn('en');
  const page = await enterAs(
    browser,
    'hanako.sato',
    texts,
    '/data-requests/new/data-mart',
  );
  await page
    .getByLabel(texts.form('what.question'))
    .fill('What was I about to ask?');
  await expect(page.getByText(texts.form('draft.saved'))).toBeVisible();
  // From here on the server no longer knows this person.
  await page.route('**/api/data-requests/v1/**', route =>
    route.fulfill({
      status: 401,
      json: {
        error: { name: 'AuthenticationError', message: 'Invalid token' },
        response: { statusCode: 401 },
      },
    }),
  );
  await page
    .getByLabel(texts.form('what.purpose'))
    .fill('To see that nothing is lost.');
  await expect(
    page.getByText(texts.form('draft.failed')).first(),
  ).toBeVisible();
  await expect(
    page.getByText(texts.form('draft.failedKept')).first(),
  ).toBeVisible();
  await expect(page.getByLabel(texts.form('what.purpose'))).toHaveValue(
    'To see that nothing is lost.',
  );
  await page.unroute('**/api/data-requests/v1/**');
  await page.getByRole('button', { name: texts.form('draft.retry') }).click();
  await expect(page.getByText(texts.form('draft.saved'))).toBeVisible();
  await page.context().close();
});
