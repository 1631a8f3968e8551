import { expect, test } from '@playwright/test';
import type { WantedMart } from './journey/martForm';
import { askByTemplate } from './journey/martTemplate';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';
import { restartPortal } from './portal';

const MARTS: Readonly<Record<Language, WantedMart>> = {
  en: {
    name: 'fct_store_day',
    question: 'Which days are busy in which store?',
    purpose: 'Campaigns are planned around quiet days.',
    definition: 'Net sales and number of orders per store and day.',
    countDefinition: 'Number of orders.',
  },
  ja: {
    name: 'fct_store_day_ja',
    question: 'どの店舗がいつ混み合いますか？',
    purpose: '空いている日に合わせて販促を計画します。',
    definition: '店舗と日付ごとの売上（税抜）と注文数です。',
    countDefinition: '注文の件数です。',
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];

  test(`a data engineer reviews and merges what came by the Template (${language})`, async ({
    browser,
  }) => {
    const author = await enterAs(browser, 'tom.wilson', texts);
    const request = await askByTemplate(author, texts, mart);
    await expect(
      author.getByText(texts.pages('next.in-review')).first(),
    ).toBeVisible();

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

    const section = async (name: string) => {
      await page
        .getByRole('tab', { name: texts.pages(`section.${name}`) })
        .click();
    };
    await section('files');
    await expect(page.getByText(`${mart.name}.sql`).first()).toBeVisible();
    await expect(page.getByText(mart.definition).first()).toBeVisible();
    await takePicture(page, 'review-files', texts);
    await expectAccessible(page);
    await section('sample');
    await expect(page.getByRole('table')).toContainText('net_amount');
    await section('checks');
    await expectAccessible(page);
    await section('reviewers');
    await expect(page.getByText('@data-engineering').first()).toBeVisible();

    const act = (name: string) =>
      page.getByRole('button', {
        name: texts.pages(`review.${name}`),
        exact: true,
      });
    const say = (text: string) =>
      page
        .getByRole('textbox', { name: texts.pages('review.comment') })
        .fill(text);

    if (language === 'en') {
      await test.step('the author answers a wish on the same pull request', async () => {
        await say('Which campaigns? Please say so.');
        await act('requestChanges').click();
        await expect(
          author.getByText(texts.pages('state.changes-requested')).first(),
        ).toBeVisible();
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
        await expect(
          page.getByText(texts.pages('next.in-review')).first(),
        ).toBeVisible();
        await section('files');
        await expect(
          page.getByText('The spring campaign').first(),
        ).toBeVisible();
      });
    }

    await say(language === 'en' ? 'Reads well.' : '読みやすいです。');
    await act('approve').click();
    await expect(
      page.getByText(texts.pages('state.approved')).first(),
    ).toBeVisible();

    if (language === 'ja') {
      await test.step('the portal restarts, and the approval still stands', async () => {
        await restartPortal();
        await page.goto(request);
        await expect(
          page.getByText(texts.pages('state.approved')).first(),
        ).toBeVisible();
      });
    }

    await act('merge').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: texts.pages('review.merge'), exact: true })
      .click();
    await expect(
      page.getByText(texts.pages('state.deployed')).first(),
    ).toBeVisible();
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
}) => {
  const texts = textsIn('en');
  const page = await enterAs(browser, 'kenji.tanaka', texts);
  const path = await askByTemplate(page, texts, {
    ...MARTS.en,
    name: 'fct_own_request',
  });
  await expect(
    page.getByText(texts.pages('next.in-review')).first(),
  ).toBeVisible();
  for (const act of ['approve', 'merge']) {
    await expect(
      page.getByRole('button', {
        name: texts.pages(`review.${act}`),
        exact: true,
      }),
    ).toHaveCount(0);
  }

  const token = await page.evaluate(async () => {
    const answer = await fetch('/api/auth/demo-personas/refresh', {
      headers: {
        'x-suido-persona': 'kenji.tanaka',
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    return (await answer.json()).backstageIdentity.token as string;
  });
  const api = `/api/data-requests/v1${path.replace('/data-requests', '')}`;
  const headers = { Authorization: `Bearer ${token}` };
  const before = await (await page.request.get(api, { headers })).json();
  const { headSha } = before.proposal;
  const approve = await page.request.post(`${api}/reviews`, {
    headers,
    data: { verdict: 'approve', body: '', headSha },
  });
  expect(approve.status()).toBe(403);
  const merge = await page.request.post(`${api}/merge`, {
    headers,
    data: { headSha },
  });
  expect(merge.status()).toBe(403);
  const after = await (await page.request.get(api, { headers })).json();
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
