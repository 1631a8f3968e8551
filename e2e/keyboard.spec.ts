import { expect, test, type Browser } from '@playwright/test';
import { MartForm } from './journey/martForm';
import { MartFormByKeyboard } from './journey/martFormByKeyboard';
import { enterByKeyboard } from './journey/person';
import { reviewByShortcuts, reviewByTab } from './journey/reviewByKeyboard';
import { textsIn, type Texts } from './journey/texts';

// Hundreds of stops with Tab, each looked at.
test.beforeEach(() => test.slow());

test('a mart is asked for, reviewed and merged without a mouse (en)', async ({
  browser,
}) => {
  const name = 'fct_prefecture_sales';
  const author = await askForMuch(browser, textsIn('en'), name);
  const reviewer = await reviewByShortcuts(browser, textsIn('en'), name);
  author.expectNothingInTheWay();
  reviewer.expectNothingInTheWay();
});

test('a mart is asked for, reviewed and merged without a mouse (ja)', async ({
  browser,
}) => {
  const name = 'mart_product_quantity_ja';
  const author = await askInJapanese(browser, textsIn('ja'), name);
  const reviewer = await reviewByTab(browser, textsIn('ja'), name);
  author.expectNothingInTheWay();
  reviewer.expectNothingInTheWay();
});

/** Uses every kind of control that the form has. */
async function askForMuch(browser: Browser, texts: Texts, name: string) {
  const page = await (await browser.newContext()).newPage();
  const form = new MartForm(page, texts);
  const author = new MartFormByKeyboard(form);
  const { keys } = author;
  await enterByKeyboard(keys, 'hanako.sato', texts);
  await author.open();

  await test.step('what and why', async () => {
    await keys.write(form.question, 'How much does each prefecture sell?');
    await keys.write(form.purpose, 'The board decides on the next store.');
    await keys.enter(page.getByRole('button', { name: /^Use / }));
    await expect(form.name).toHaveValue(/prefecture/);
    await keys.expectFocusKept('Taking the proposed name');
    await keys.tabBackTo(form.name);
    await keys.write(form.name, name);
    await author.next('data');
  });

  await test.step('which data', async () => {
    await author.useDatasets('int_orders_with_totals', 'dim_stores');
    const joinType = form.list('data.joinType');
    await keys.tabBackTo(joinType);
    await keys.choose(joinType, texts.form('data.joinInner'));
    await author.next('rows');
  });

  await test.step('columns', async () => {
    await author.addColumns('ordered_on', 'prefecture', 'net_amount');
    await keys.enter(form.button('rows.addCount'));
    await keys.enter(form.button('rows.addDerived'));
    await keys.press('End');
    await expect(
      page.getByRole('menuitem', { name: texts.form('starter.own') }),
    ).toBeFocused();
    await keys.press('Enter');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await keys.expectFocusKept('Adding a calculation');
    await keys.choose(
      form.list('rows.timeGrainOf', { name: 'ordered_on' }),
      texts.form('timeGrain.month'),
    );
    const moveUp = form.button('action.moveUp', { name: 'row_count' });
    await keys.enter(moveUp);
    await keys.expectFocusOn(moveUp, 'Moving a column up');
    const mine = { name: 'calculation' };
    await keys.tabBackTo(form.list('rows.leftOf', mine));
    await keys.choose(form.list('rows.leftOf', mine), 'net_amount');
    await keys.choose(
      form.list('rows.operationOf', mine),
      texts.form('operation.divide'),
    );
    await keys.choose(form.list('rows.rightOf', mine), 'row_count');
    const fifth = form.textbox('rows.nameOf', { number: '5' });
    await keys.tabBackTo(fifth);
    await keys.write(fifth, 'sales_per_order');
  });

  await test.step('grain and conditions', async () => {
    const grain = form.group('rows.grain').getByRole('button', {
      name: 'prefecture',
    });
    await author.tick(grain);
    await expect(grain).toHaveAttribute('aria-pressed', 'false');
    await keys.press('Space');
    await expect(grain).toHaveAttribute('aria-pressed', 'true');
    await keys.enter(form.button('rows.addFilter'));
    await keys.choose(
      form.list('rows.filterColumn'),
      'orders_with_totals.order_status',
    );
    await keys.choose(
      form.list('rows.filterOperator'),
      texts.form('operator.one-of'),
    );
    for (const status of ['returned', 'completed']) {
      await keys.write(form.textbox('rows.filterValues'), status);
      await keys.press('Enter');
    }
    await keys.enter(form.button('action.removeValue', { value: 'returned' }));
    await keys.expectFocusKept('Removing a value');
    await author.next('meaning');
  });

  await test.step('meaning and quality', async () => {
    await keys.write(form.definition, 'Net sales per month and prefecture.');
    for (const column of ['row_count', 'sales_per_order']) {
      await keys.write(form.columnDefinition(column), `What ${column} is.`);
    }
    await keys.choose(form.owner, '営業チーム (Sales)');
    await keys.choose(form.domain, 'sales');
    await author.answer('meaning.frequency', texts.form('frequency.weekly'));
    await author.answer('meaning.tier', texts.form('tier.3'));
    await author.tick(
      page.getByRole('checkbox', {
        name: texts.form('meaning.testNotNegative', { name: 'row_count' }),
      }),
    );
    const number = { number: '1' };
    await keys.enter(form.button('meaning.addConsumer'));
    await keys.choose(
      form.list('meaning.consumerKind', number),
      texts.form('consumerKind.analysis'),
    );
    await keys.write(form.textbox('meaning.consumerName', number), 'Board');
    await keys.enter(form.button('meaning.removeConsumer', number));
    await keys.expectFocusKept('Removing a reader');
    await author.next('check');
  });

  await test.step('check and send', async () => {
    await keys.enter(page.locator('summary', { hasText: `${name}.sql` }));
    await expect(
      page.getByRole('textbox', { name: new RegExp(`${name}.sql`) }).first(),
    ).toBeVisible();
    await keys.enter(form.button('panel.showSql'));
    await author.send();
  });
  await page.context().close();
  return keys;
}

/** A smaller mart, written through an input method. */
async function askInJapanese(browser: Browser, texts: Texts, name: string) {
  const page = await (await browser.newContext()).newPage();
  const form = new MartForm(page, texts);
  const author = new MartFormByKeyboard(form);
  const { keys } = author;
  await enterByKeyboard(keys, 'hanako.sato', texts);
  await author.open();

  await keys.tabTo(form.question);
  await keys.compose('しょうひんごとのかずは', '商品ごとの販売数は？');
  await expect(form.question).toHaveValue('商品ごとの販売数は？');
  await keys.write(form.purpose, '棚に並べる商品を決めるために使います。');
  await keys.write(form.name, name);
  await author.next('data');
  await author.useDatasets('int_order_items_enriched', 'dim_products');
  await author.next('rows');
  await author.addColumns('ordered_on', 'product_name', 'quantity');

  await test.step('the Enter of an input method adds nothing', async () => {
    await keys.enter(form.button('rows.addFilter'));
    await keys.choose(form.list('rows.filterColumn'), 'products.category');
    await keys.choose(
      form.list('rows.filterOperator'),
      texts.form('operator.none-of'),
    );
    const values = form.textbox('rows.filterValues');
    await keys.tabTo(values);
    await keys.compose('すいとう', '水筒');
    await expect(values).toHaveValue('水筒');
    const taken = form.button('action.removeValue', { value: '水筒' });
    await expect(taken).toHaveCount(0);
    await keys.press('Enter');
    await expect(values).toHaveValue('');
    await expect(taken).toBeVisible();
    await expect(
      form.button('action.removeValue', { value: 'すいとう' }),
    ).toHaveCount(0);
  });

  await author.next('meaning');
  await keys.write(form.definition, '日付と商品ごとの販売数です。');
  await keys.choose(form.owner, '営業チーム (Sales)');
  await keys.choose(form.domain, 'sales');
  await author.next('check');
  await author.send();
  await page.context().close();
  return keys;
}
