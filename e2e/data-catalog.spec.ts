import { expect, test } from '@playwright/test';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

const WORDS: Readonly<Record<Language, string>> = {
  en: 'orders amount',
  ja: '注文　金額',
};
const DEFINITION: Readonly<Record<Language, RegExp>> = {
  en: /Orders with their amounts/,
  ja: /金額を含む注文です/,
};
const PURPOSE: Readonly<Record<Language, string>> = {
  en: 'Plans the shifts of each store.',
  ja: '店舗の人員計画に使います。',
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const { catalog } = texts;

  test(`data is found, understood and described (${language})`, async ({
    browser,
  }) => {
    const page = await enterAs(browser, 'hanako.sato', texts);
    await page
      .getByRole('link', { name: texts.app('nav.dataCatalog') })
      .first()
      .click();
    const search = page.getByRole('searchbox', { name: catalog('find.label') });
    const results = page.getByRole('list', {
      name: catalog('find.results'),
    });

    await test.step('by words in the own language, without a mouse', async () => {
      await expect(results.getByRole('listitem').first()).toBeVisible();
      await page.keyboard.press('/');
      await expect(search).toBeFocused();
      await search.fill(WORDS[language]);
      await expect(page).toHaveURL(/[?&]q=/);
      await expect(
        results.getByRole('link', { name: 'fct_orders' }).first(),
      ).toBeVisible();
      await expectAccessible(page);
      await takePicture(page, 'catalog-search', texts);
    });

    await test.step('a page says what it is, and who says so', async () => {
      await page
        .getByRole('link', { name: 'fct_orders', exact: true })
        .first()
        .click();
      await expect(
        page.getByRole('heading', { name: 'fct_orders' }).first(),
      ).toBeVisible();
      await expect(page.getByText(DEFINITION[language]).first()).toBeVisible();
      await expectAccessible(page);
      await takePicture(page, 'catalog-page', texts);
      await page
        .getByRole('link', { name: catalog('dataset.section.columns') })
        .or(page.getByRole('tab', { name: catalog('dataset.section.columns') }))
        .first()
        .click();
      await expect(page.getByText('payment_method').first()).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('its owners write what it is for', async () => {
      await page
        .getByRole('button', { name: catalog('dataset.edit'), exact: true })
        .click();
      const purpose = page.getByRole('textbox', {
        name: catalog('field.purpose'),
      });
      await purpose.fill(PURPOSE[language]);
      await expectAccessible(page);
      await page.getByRole('button', { name: catalog('edit.save') }).click();
      await expect(purpose).toHaveCount(0);
      await page
        .getByRole('link', { name: catalog('dataset.section.history') })
        .or(page.getByRole('tab', { name: catalog('dataset.section.history') }))
        .first()
        .click();
      await expect(
        page.getByText(catalog('change.purpose.changed')).first(),
      ).toBeVisible();
      await page.reload();
      await expect(
        page.getByText(catalog('change.purpose.changed')).first(),
      ).toBeVisible();
    });

    await test.step('what is not there can be asked for', async () => {
      await page.goto('/data-catalog?q=zzqqxx');
      await expect(
        page.getByRole('link', { name: catalog('empty.ask') }),
      ).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('where it comes from', async () => {
      await page.goto('/data-catalog/sources');
      await expect(page.getByText('Data platform (dbt)').first()).toBeVisible();
      await expectAccessible(page);
    });
    await page.context().close();
  });
}
