import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { MartForm } from './journey/martForm';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

const MARTS: Readonly<Record<Language, MartInShort>> = {
  en: {
    name: 'fct_unit_prices',
    question: 'At which prices do we sell?',
    purpose: 'Prices are set anew in summer.',
    definition: 'Pieces and amount per price.',
    dataset: 'stg_pos__order_items',
    groups: ['unit_price'],
    sums: ['quantity', 'gross_amount'],
  },
  ja: {
    name: 'fct_list_prices_ja',
    question: '定価ごとにいくら値引きしていますか？',
    purpose: '夏の価格改定に使います。',
    definition: '商品ごとの値引き額です。',
    dataset: 'stg_pos__order_items',
    groups: ['product_id'],
    sums: ['discount_amount'],
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const mart = MARTS[language];

  test(`a request is withdrawn, and asked for again from a copy (${language})`, async ({
    browser,
    request,
  }) => {
    const author = await PortalApi.as('hanako.sato', request);
    const id = await author.send(await martSpec(author, language, mart));
    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      `/data-requests/requests/${id}`,
    );
    const own = new RequestPage(page, texts);
    await own.act('withdraw').click();
    await expectAccessible(page);
    await own.confirmation('cancel').click();
    await expect(own.dialog).toHaveCount(0);
    await own.expectState('in-review');
    await own.act('withdraw').click();
    await own.confirmation('withdraw').click();
    await own.expectState('withdrawn');
    await expectAccessible(page);

    await page.getByRole('link', { name: texts.pages('next.copy') }).click();
    const form = new MartForm(page, texts);
    const { number } = await (await author.get(`/requests/${id}`)).json();
    await expect(
      page.getByText(texts.pages('new.copied', { name: mart.name, number })),
    ).toBeVisible();
    await expect(form.question).toHaveValue(mart.question);
    await expect(form.purpose).toHaveValue(mart.purpose);
    await expect(form.panel.getByRole('table')).toContainText(mart.sums[0]);
    await expectAccessible(page);
    await page.context().close();
  });

  test(`a request begins at a dataset, at a mart, or at a link (${language})`, async ({
    browser,
    request,
  }) => {
    const page = await enterAs(browser, 'hanako.sato', texts);
    const form = new MartForm(page, texts);
    const author = await PortalApi.as('hanako.sato', request);
    const openDataset = async (name: string, link: string) => {
      const key = await author.datasetKey(name);
      await page.goto(`/catalog/default/resource/${key}`);
      await page
        .getByRole('link', { name: texts.pages(link), exact: true })
        .click();
    };
    await test.step('a dataset is what the mart reads', async () => {
      await openDataset('int_orders_with_totals', 'card.make');
      await form.stepButton('data').click();
      await expect(
        form
          .button('action.removeNamed', { name: 'int_orders_with_totals' })
          .first(),
      ).toBeVisible();
    });
    await test.step('a mart that no request made is read', async () => {
      await openDataset('mart_campaign_results', 'card.copy');
      await expect(
        page.getByText(
          texts.pages('new.notMadeHere', { name: 'mart_campaign_results' }),
        ),
      ).toBeVisible();
      await expect(form.panel.getByRole('table')).toContainText(
        'return_on_budget',
      );
      await expectAccessible(page);
    });
    await test.step('a link fills in what fits, and says what does not', async () => {
      const { question, purpose, name } = mart;
      await page.goto(
        `/data-requests/new/data-mart?${new URLSearchParams({
          question,
          purpose,
          name,
          domain: 'sales',
          frequency: 'sometimes',
        })}`,
      );
      await expect(form.question).toHaveValue(question);
      await expect(form.purpose).toHaveValue(purpose);
      await expect(form.name).toHaveValue(name);
      await expect(
        page.getByText(
          texts.pages('new.linkIgnored', {
            fields: texts.pages('new.linkField.frequency'),
          }),
        ),
      ).toBeVisible();
      await expectAccessible(page);
      await form.stepButton('meaning').click();
      await expect(form.domain).toHaveValue('sales');
    });
    await page.context().close();
  });
}
