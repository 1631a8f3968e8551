import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { MartForm, type WantedMart } from './journey/martForm';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

const NO_DEFINITION = {
  en: /Define the mart in a sentence/,
  ja: /マートの定義を英語か日本語で/,
};

const MARTS: Readonly<Record<Language, WantedMart>> = {
  en: {
    name: 'fct_asked_twice',
    question: 'Which products does each store turn over?',
    purpose: 'Shelves are filled before a weekend.',
    definition: 'Gross amount of each product in each store.',
    countDefinition: 'Number of order lines.',
    dataset: 'int_order_items_enriched',
    columns: ['store_id', 'product_id', 'gross_amount'],
  },
  ja: {
    name: 'mart_asked_twice_ja',
    question: '施策と分類ごとの値引きはいくらですか？',
    purpose: '次の施策の予算を決めるために使います。',
    definition: '施策と商品の分類ごとの値引き額です。',
    countDefinition: '注文明細の件数です。',
    dataset: 'int_order_items_enriched',
    columns: ['campaign_id', 'category', 'discount_amount'],
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];

  test(`what may not be sent leads to the field that stands against it (${language})`, async ({
    browser,
    request,
  }) => {
    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      '/data-requests/new/data-mart',
    );
    const form = new MartForm(page, texts);
    const engineer = await PortalApi.as('kenji.tanaka', request);
    const before = await engineer.countRequests();

    await test.step('a check stands against it', async () => {
      await form.fillIn({ ...mart, definition: '' });
      const address = page.url();
      await expect(form.sendButton).toHaveAccessibleDescription(
        texts.form('send.blocked', { amount: 1 }),
      );
      await form.sendButton.click({ force: true });
      await expect(form.sendButton).toHaveAttribute('aria-disabled', 'true');
      expect(page.url()).toBe(address);
      expect(await engineer.countRequests()).toBe(before);
      await page
        .getByRole('button')
        .filter({ hasText: NO_DEFINITION[language] })
        .click();
      await expect(form.definition).toBeFocused();
      await expect(form.definition).toHaveAccessibleDescription(
        NO_DEFINITION[language],
      );
      await form.definition.fill(mart.definition);
    });

    await test.step('somebody else asks for the same meanwhile', async () => {
      await form.stepButton('check').click();
      await expect(form.sendButton).toHaveAttribute('aria-disabled', 'false');
      await form.expectDraftSaved();
      const author = await PortalApi.as('hanako.sato', request);
      const other = await PortalApi.as('tom.wilson', request);
      await other.send(await author.specOfDraft(form.draftId));
      await form.sendButton.click();

      const refusal = page
        .getByRole('alert')
        .filter({ hasText: texts.form('send.failed') });
      await expect(refusal).toContainText(mart.name);
      await expect(refusal).toContainText(texts.form('send.failedKept'));
      if (language === 'ja') {
        // Names are Latin; sentences are not.
        await expect.soft(refusal).not.toHaveText(/[a-z]{2,} [a-z]{2,} [a-z]/);
      }
      expect(await engineer.countRequests()).toBe(before + 1);
      await refusal.getByRole('button').first().click();
      await expect(form.heading('what')).toBeVisible();
      await expect(
        page.locator('button:focus, input:focus, textarea:focus'),
      ).toHaveCount(1);
    });

    await test.step('nothing is lost, and it can be sent with a reason', async () => {
      await page.reload();
      await form.stepButton('what').click();
      await expect(form.name).toHaveValue(mart.name);
      await expect(form.question).toHaveValue(mart.question);
      await form.button('duplicate.differsNamed', { name: mart.name }).click();
      await form
        .textbox('duplicate.reason', { name: mart.name })
        .fill('Mine is read by the stores.');
      await form.name.fill(`${mart.name}_more`);
      await form.stepButton('check').click();
      await form.sendButton.click();
      await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
      expect(await engineer.countRequests()).toBe(before + 2);
    });
    await page.context().close();
  });
}
