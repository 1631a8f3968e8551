import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { MartForm } from './journey/martForm';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible } from './journey/observe';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

interface TwoTabs {
  readonly mart: MartInShort;
  /** What is written in the one tab, and meanwhile in the other. */
  readonly here: string;
  readonly there: string;
  readonly later: string;
}

const MARTS: Readonly<Record<Language, TwoTabs>> = {
  en: {
    mart: {
      name: 'fct_member_ranks',
      question: 'How much do our members spend?',
      purpose: 'The member programme is renewed.',
      definition: 'Orders and amount per day of the first order.',
      dataset: 'int_customers_order_history',
      groups: ['first_ordered_on'],
      sums: ['order_count', 'net_amount'],
    },
    here: 'How much do our members spend in a year?',
    there: 'The member programme is renewed in spring.',
    later: 'Members are written to in spring.',
  },
  ja: {
    mart: {
      name: 'fct_member_ranks_ja',
      question: '会員はいくら買い物をしていますか？',
      purpose: '会員制度の見直しに使います。',
      definition: '最後に注文した日ごとの注文数と金額です。',
      dataset: 'int_customers_order_history',
      groups: ['last_ordered_on'],
      sums: ['order_count', 'net_amount'],
    },
    here: '会員は 1 年にいくら買い物をしていますか？',
    there: '春の会員制度の見直しに使います。',
    later: '春に会員へご案内を送ります。',
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const { mart, here, there, later } = MARTS[language];

  test(`a draft in two tabs loses nothing (${language})`, async ({
    browser,
    request,
  }) => {
    const author = await PortalApi.as('hanako.sato', request);
    const spec = await martSpec(author, language, mart);
    const draft = await author.saveDraft(spec);
    const address = `/data-requests/new/data-mart?draft=${draft}`;
    const page = await enterAs(browser, 'hanako.sato', texts, address);
    const one = new MartForm(page, texts);
    const other = new MartForm(await page.context().newPage(), texts);
    await other.page.goto(address);
    await expect(other.question).toHaveValue(mart.question);

    await one.question.fill(here);
    await one.expectDraftSaved();
    await other.purpose.fill(there);
    const notice = other.page
      .getByRole('alert')
      .filter({ hasText: texts.form('draft.conflict') });
    await expect(notice).toBeVisible();
    await expect(other.page.getByText(texts.form('draft.saved'))).toHaveCount(
      0,
    );
    await expectAccessible(other.page);
    expect((await author.specOfDraft(draft)).question).toBe(here);

    await test.step('what was written here becomes a draft of its own', async () => {
      await other.button('draft.keepMine').click();
      await expect(notice).toHaveCount(0);
      await expect
        .poll(() => other.draftId, 'the address follows')
        .not.toBe(draft);
      await other.expectDraftSaved();
      expect(await author.specOfDraft(other.draftId)).toMatchObject({
        question: mart.question,
        purpose: there,
      });
      expect(await author.specOfDraft(draft)).toMatchObject({
        question: here,
        purpose: mart.purpose,
      });
    });

    await test.step('what was written there is taken over', async () => {
      await other.page.goto(address);
      await expect(other.question).toHaveValue(here);
      await one.purpose.fill(later);
      await expect
        .poll(async () => (await author.specOfDraft(draft)).purpose)
        .toBe(later);
      await other.question.fill(mart.question);
      await other.button('draft.takeTheirs').click();
      await expect(other.purpose).toHaveValue(later);
      await expect(other.question).toHaveValue(here);
      await expect(notice).toHaveCount(0);
    });

    await test.step('a draft that was thrown away can be kept', async () => {
      await one.page.goto('/data-requests');
      await expect(
        one.page.getByRole('button', {
          name: texts.pages('drafts.discardNamed', { name: mart.name }),
        }),
      ).toHaveCount(2);
      await author.discardDraft(draft);
      await other.purpose.fill(there);
      await expect(
        other.page.getByText(texts.form('draft.gone')),
      ).toBeVisible();
      await expect(other.button('draft.takeTheirs')).toHaveCount(0);
      await other.button('draft.keepMine').click();
      await other.expectDraftSaved();
      expect(await author.specOfDraft(other.draftId)).toMatchObject({
        question: here,
        purpose: there,
      });
    });
    await page.context().close();
  });
}
