import { expect, test } from '@playwright/test';
import { MartForm, type WantedMart } from './journey/martForm';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';
import { restartPortal } from './portal';

const MARTS: Readonly<Record<Language, WantedMart>> = {
  en: {
    name: 'fct_daily_store_sales',
    question: 'How much does each store sell per day?',
    purpose: 'The weekly store meeting decides on staffing.',
    definition: 'Net sales and number of orders per store and day.',
    countDefinition: 'Number of orders.',
  },
  ja: {
    name: 'mart_store_sales_ja',
    question: '商品の分類ごとに毎日いくら利益が出ていますか？',
    purpose: '毎週の商品会議で品ぞろえを決めるために使います。',
    definition: '商品の分類と日付ごとの粗利と明細の件数です。',
    countDefinition: '注文明細の件数です。',
    dataset: 'int_order_items_enriched',
    columns: ['ordered_on', 'category', 'gross_profit'],
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];
  const amount = mart.columns?.at(-1) ?? 'net_amount';

  test(`a mart author asks for a mart by the page (${language})`, async ({
    browser,
  }) => {
    const page = await enterAs(browser, 'hanako.sato', texts);
    await takePicture(page, 'home', texts);
    await expectAccessible(page);
    await page
      .getByRole('link', { name: texts.pages('askForMart') })
      .first()
      .click();

    const form = new MartForm(page, texts);
    await test.step('wrong input says what to mend and goes there', async () => {
      const name = page.getByRole('textbox', {
        name: texts.form('what.name'),
      });
      await name.fill('fct_orders');
      const problem = form.panel
        .getByRole('button')
        .filter({ hasText: 'fct_orders' })
        .first();
      await expect(problem).toBeVisible();
      await problem.click();
      await expect(name).toBeFocused();
    });

    await form.sayWhatAndWhy(mart);
    await expectAccessible(page);
    await form.next('data');
    await form.pickData(mart.dataset);
    await takePicture(page, 'wizard-data', texts);
    await expectAccessible(page);
    await form.next('rows');
    await form.pickColumns(mart.columns);
    await expect(form.panel.getByRole('table')).toContainText(amount);
    await takePicture(page, 'wizard-rows-and-columns', texts);
    await expectAccessible(page);
    await form.expectDraftSaved();

    if (language === 'en') {
      await test.step('the portal restarts, and the draft is still there', async () => {
        await restartPortal();
        await page.goto('/data-requests');
        await page
          .getByRole('link', {
            name: texts.pages('drafts.continueNamed', { name: mart.name }),
          })
          .click();
        await expect(
          page.getByRole('heading', { name: texts.form('step.rows') }),
        ).toBeVisible();
        await expect(form.panel.getByRole('table')).toContainText(amount);
      });
    }

    await form.next('meaning');
    await form.sayWhatItMeans(mart);
    await expectAccessible(page);
    await form.next('check');
    const send = page.getByRole('button', { name: texts.form('send.button') });
    await expect(send).toBeEnabled();
    await takePicture(page, 'wizard-check', texts);
    await expectAccessible(page);
    await send.click();

    await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
    await expect(
      page.getByRole('heading', { name: new RegExp(mart.name) }),
    ).toBeVisible();
    await expect(
      page.getByText(texts.pages('next.in-review')).first(),
    ).toBeVisible();
    await expect(
      page.getByRole('button', {
        name: texts.pages('review.approve'),
        exact: true,
      }),
    ).toHaveCount(0);
    await takePicture(page, 'request', texts);
    await expectAccessible(page);
    await page.context().close();
  });
}
