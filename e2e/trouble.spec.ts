import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { changeMainBranch } from './journey/changeMainBranch';
import { MartForm } from './journey/martForm';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

/** Of the name that somebody took meanwhile. */
const TAKEN: Readonly<Record<Language, RegExp>> = {
  en: /is already in the repository .* choose another name/,
  ja: /すでにリポジトリにあります/,
};

const MARTS: Readonly<Record<Language, MartInShort>> = {
  en: {
    name: 'fct_campaign_budget',
    question: 'What do we spend on each channel?',
    purpose: 'Next year’s budget is being planned.',
    definition: 'Budget per channel and start of the campaign.',
    dataset: 'stg_crm__campaigns',
    groups: ['channel', 'started_on'],
    sums: ['budget_amount'],
  },
  ja: {
    name: 'fct_store_openings_ja',
    question: 'いつ、どれだけの売り場が増えましたか？',
    purpose: '出店計画の見直しに使います。',
    definition: '開店日ごとの売り場面積です。',
    dataset: 'stg_pos__stores',
    groups: ['opened_on'],
    sums: ['floor_area_m2'],
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];

  test(`a request in conflict says why, and how to go on (${language})`, async ({
    browser,
    request,
  }) => {
    const author = await PortalApi.as('tom.wilson', request);
    const id = await author.send(await martSpec(author, language, mart));
    const query = `transform/models/marts/sales/${mart.name}.sql`;
    const path = `/data-requests/requests/${id}`;
    // Somebody writes the same mart by hand meanwhile.
    changeMainBranch(query, `select * from {{ ref('${mart.dataset}') }}\n`);

    const reviewer = await enterAs(browser, 'kenji.tanaka', texts, path);
    const reviewed = new RequestPage(reviewer, texts);
    await reviewed.act('approve').click();
    await reviewed.expectState('approved');
    await expect(
      reviewer.getByText(texts.pages('review.conflicts')),
    ).toBeVisible();
    await expect(reviewer.getByText(query).first()).toBeVisible();
    await expect(reviewed.act('merge')).toBeDisabled();
    await expectAccessible(reviewer);

    const engineer = await PortalApi.as('kenji.tanaka', request);
    const headSha = await engineer.headOf(id);
    const merge = await engineer.post(`/requests/${id}/merge`, { headSha });
    expect(merge.status()).toBe(409);

    const page = await enterAs(browser, 'tom.wilson', texts, path);
    const own = new RequestPage(page, texts);
    await test.step('the author reads what is in the way, and tries again', async () => {
      await own.expectState('conflicted');
      await expect(
        page.getByRole('listitem').filter({ hasText: query }).first(),
      ).toBeVisible();
      await takePicture(page, 'request-conflicted', texts);
      await expectAccessible(page);
      await own.act('retry').click();
    });
    await test.step('what failed says which field mends it', async () => {
      await own.expectState('failed');
      await expect(page.getByText(TAKEN[language]).first()).toBeVisible();
      await expectAccessible(page);
    });
    await test.step('with another name it goes on', async () => {
      await page
        .getByRole('link', { name: texts.pages('review.revise') })
        .click();
      const form = new MartForm(page, texts);
      await form.stepButton('what').click();
      await expect(form.name).toHaveAttribute('readonly');
      await expect(form.name).toHaveAccessibleDescription(
        new RegExp(texts.form('what.nameStays')),
      );
      await page.goto(path);
      await own.act('withdraw').click();
      await own.confirmation('withdraw').click();
      await page.getByRole('link', { name: texts.pages('next.copy') }).click();
      await form.name.fill(`${mart.name}_2`);
      await form.stepButton('check').click();
      await form.sendButton.click();
      await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
      await own.expectState('in-review');
      await expect(
        page.getByRole('heading', { name: `${mart.name}_2` }),
      ).toBeVisible();
    });
    await page.context().close();
    await reviewer.context().close();
    // What was written by hand kept no house rule: it does not stay.
    changeMainBranch(query);
  });
}
