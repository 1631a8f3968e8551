import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { MartForm } from './journey/martForm';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

const EXISTING = 'mart_product_monthly_profit';

/** What the repository has already, asked for once more. */
const TWIN: Readonly<Record<Language, MartInShort>> = {
  en: {
    name: 'mart_product_profit',
    question: 'Which products earn money, month by month?',
    purpose: 'Monthly review of the product range',
    definition: 'Sales and gross profit of completed orders',
    dataset: 'int_order_items_enriched',
    groups: ['product_id'],
    sums: ['quantity', 'net_amount', 'cost_amount', 'gross_profit'],
  },
  ja: {
    name: 'mart_product_profit_ja',
    question: '商品ごとに毎月いくら利益が出ていますか？',
    purpose: '商品の品ぞろえを毎月見直すためです。',
    definition: '完了した注文の売上と粗利',
    dataset: 'int_order_items_enriched',
    groups: ['product_id'],
    sums: ['quantity', 'net_amount', 'cost_amount', 'gross_profit'],
  },
};

/** What somebody has asked for, and somebody else asks for again. */
const ASKED: Readonly<Record<Language, MartInShort & { why: string }>> = {
  en: {
    name: 'fct_price_list',
    question: 'What does the range cost, by the day it was launched?',
    purpose: 'The price round looks at old products first.',
    definition: 'List price and cost of all products',
    dataset: 'dim_products',
    groups: ['launched_on', 'is_discontinued'],
    sums: ['list_price', 'cost_price'],
    why: 'Mine keeps products that are not sold any more apart.',
  },
  ja: {
    name: 'fct_floor_area_ja',
    question: '店舗の形態ごとに売り場の広さはどれくらいですか？',
    purpose: '改装の計画に使います。',
    definition: '店舗の売り場面積の合計',
    dataset: 'dim_stores',
    groups: ['prefecture', 'store_format'],
    sums: ['floor_area_m2'],
    why: '改装中の店舗も含めて数えます。',
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);

  test(`an author uses what exists instead of asking for it (${language})`, async ({
    browser,
    request,
  }) => {
    const author = await PortalApi.as('hanako.sato', request);
    const draft = await author.saveDraft(
      await martSpec(author, language, TWIN[language]),
    );
    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      `/data-requests/new/data-mart?draft=${draft}`,
    );
    const form = new MartForm(page, texts);
    const found = form.group('duplicate.title');
    const name = { name: EXISTING };
    await expect(
      found.getByRole('link', { name: texts.form('duplicate.look', name) }),
    ).toHaveAttribute('href', /\/catalog\/default\/resource\/mart-product-/);
    const item = found.getByRole('listitem').filter({ hasText: EXISTING });
    await expect(item.first()).toContainText(/\d\d ?%/);
    await expect(item.getByRole('list').first()).toContainText(
      'int_order_items_enriched',
    );
    await found.evaluate(node => node.scrollIntoView({ block: 'center' }));
    await takePicture(page, 'wizard-duplicates', texts);
    await expectAccessible(page);

    await form.button('duplicate.useInsteadNamed', name).click();
    await expectAccessible(page);
    await form.button('duplicate.cancel').click();
    await expect(form.question).toHaveValue(TWIN[language].question);
    await form.button('duplicate.useInsteadNamed', name).click();
    await form.button('duplicate.confirm', name).click();
    await expect(page).toHaveURL(/\/catalog\/default\/resource\/mart-product-/);
    await expect(
      page.getByRole('heading', { name: new RegExp(EXISTING) }).first(),
    ).toBeVisible();
    expect((await author.get(`/drafts/${draft}`)).status()).toBe(404);
    await page.context().close();
  });

  test(`an author says why theirs differs, and the reviewer reads it (${language})`, async ({
    browser,
    request,
  }) => {
    const asked = ASKED[language];
    const { why } = asked;
    const first = await PortalApi.as('tom.wilson', request);
    const firstId = await first.send(await martSpec(first, language, asked));
    const author = await PortalApi.as('hanako.sato', request);
    const second = { ...asked, name: `${asked.name}_2` };
    const draft = await author.saveDraft(
      await martSpec(author, language, second),
      4,
    );

    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      `/data-requests/new/data-mart?draft=${draft}`,
    );
    const form = new MartForm(page, texts);
    const refusal = page
      .getByRole('button')
      .filter({ hasText: asked.name })
      .first();
    await expect(refusal).toBeVisible();
    await expect(form.sendButton).toBeDisabled();
    await refusal.click();
    await form.button('duplicate.differsNamed', { name: asked.name }).click();
    const reason = form.textbox('duplicate.reason', { name: asked.name });
    await expect(reason).toBeFocused();
    await reason.fill(why);
    await expectAccessible(page);
    await form.stepButton('check').click();
    await expect(form.sendButton).toBeEnabled();
    await form.sendButton.click();
    await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
    await new RequestPage(page, texts).expectState('in-review');

    const reviewer = await enterAs(
      browser,
      'kenji.tanaka',
      texts,
      new URL(page.url()).pathname,
    );
    const similar = reviewer.getByRole('region', {
      name: texts.pages('similar.title'),
    });
    await expect(similar).toContainText(why);
    await similar.evaluate(node => node.scrollIntoView());
    await takePicture(reviewer, 'request-similar', texts);
    await expectAccessible(reviewer);
    await similar.getByRole('link', { name: asked.name }).click();
    await expect(reviewer).toHaveURL(new RegExp(firstId));
    await reviewer.context().close();
    await page.context().close();
  });
}
