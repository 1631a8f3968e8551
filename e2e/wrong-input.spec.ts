import { expect, test, type Browser, type Locator } from '@playwright/test';
import { PortalApi } from './journey/api';
import { MartForm } from './journey/martForm';
import { expectAccessible } from './journey/observe';
import { enterAs } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

/** What the checks say, in the language of whoever made the mistake. */
const SAYS = {
  convention: {
    en: /Marts of this repository start with \S+ or/,
    ja: /このリポジトリのマート名は \S+ のいずれかで始めます/,
  },
  taken: {
    en: /"fct_orders" is already in the repository/,
    ja: /「fct_orders」はすでにリポジトリにあります/,
  },
  noDataset: {
    en: /Choose at least one dataset/,
    ja: /データセットを 1 つ以上選んでください/,
  },
  notJoined: {
    en: /Say on which columns "crm_customers" is joined/,
    ja: /「crm_customers」を結合する列を指定してください/,
  },
  noColumn: {
    en: /Choose at least one column/,
    ja: /マートの列を 1 つ以上選んでください/,
  },
  noNumber: {
    en: /"many" is not a whole number such as 42/,
    ja: /「many」ではなく、整数（例：42）を入力してください/,
  },
  sameName: {
    en: /Two columns have the name "ordered_on"/,
    ja: /列名「ordered_on」が重複しています/,
  },
  noDefinition: {
    en: /Define the mart in a sentence/,
    ja: /マートの定義を英語か日本語で/,
  },
  noOwner: {
    en: /Choose the group that answers for the mart/,
    ja: /マートに責任を持つグループを選んでください/,
  },
  tierTooLow: {
    en: /reads data of tier 3 \(confidential\), so it is at least tier 3/,
    ja: /マートも 3 以上になります/,
  },
} as const satisfies Record<string, Record<Language, RegExp>>;

/** A form that a mart author has just opened. */
async function openForm(
  browser: Browser,
  language: Language,
): Promise<MartForm> {
  const texts = textsIn(language);
  const page = await enterAs(
    browser,
    'hanako.sato',
    texts,
    '/data-requests/new/data-mart',
  );
  return new MartForm(page, texts);
}

/** The message is told with the field: beside it, and when it is read out. */
async function expectMessage(field: Locator, message: RegExp) {
  await expect(field).toHaveAccessibleDescription(message);
}

async function expectWrong(field: Locator, message: RegExp) {
  await expectMessage(field, message);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
}

/** Leaves the field, as a person does who goes on. */
async function fillAndLeave(field: Locator, text: string) {
  await field.fill(text);
  await field.press('Tab');
}

/** Presses the message in the panel, which leads to what it is about. */
async function followMessage(form: MartForm, message: RegExp) {
  await form.page.getByRole('button').filter({ hasText: message }).click();
}

test.describe('wrong input', () => {
  let engineer: PortalApi;
  let before: number;

  test.beforeEach(async ({ request }) => {
    engineer = await PortalApi.as('kenji.tanaka', request);
    before = await engineer.countRequests();
  });

  test.afterEach(async () => {
    expect(await engineer.countRequests()).toBe(before);
  });

  for (const language of LANGUAGES) {
    test(`what and why: a name against the convention, a name that is taken (${language})`, async ({
      browser,
    }) => {
      const form = await openForm(browser, language);
      await form.question.fill('What sells?');
      await fillAndLeave(form.name, 'Weekly Sales');
      await expect(form.name).toHaveValue('weekly_sales');
      await expectWrong(form.name, SAYS.convention[language]);
      await fillAndLeave(form.name, 'fct_orders');
      await expectWrong(form.name, SAYS.taken[language]);
      await expectAccessible(form.page);
      await form.next('data');
      await form.button('wizard.back').click();
      await expectWrong(form.name, SAYS.taken[language]);
      await form.purpose.focus();
      await followMessage(form, SAYS.taken[language]);
      await expect(form.name).toBeFocused();

      await form.expectDraftSaved();
      await form.page.reload();
      await expect(form.name).toHaveValue('fct_orders');
      await expect(form.question).toHaveValue('What sells?');
      await form.page.context().close();
    });

    test(`rows and columns: no column, a value of the wrong type, two columns of one name (${language})`, async ({
      browser,
    }) => {
      const form = await openForm(browser, language);
      const { page } = form;
      await form.next('data');
      await form.pickData();
      await form.next('rows');
      const columns = form.group('rows.columns');
      await form.columnPicker.focus();
      await form.button('rows.addFilter').click();
      await expectMessage(columns, SAYS.noColumn[language]);

      await form
        .list('rows.filterColumn')
        .selectOption('orders_with_totals.net_amount');
      const value = form.textbox('rows.filterValue');
      await fillAndLeave(value, 'many');
      await expectWrong(value, SAYS.noNumber[language]);

      await form.pickColumns();
      const second = form.textbox('rows.nameOf', { number: '2' });
      await fillAndLeave(second, 'ordered_on');
      await expectWrong(second, SAYS.sameName[language]);
      await expectAccessible(page);
      await followMessage(form, SAYS.sameName[language]);
      await expect(second).toBeFocused();
      await followMessage(form, SAYS.noNumber[language]);
      await expect(value).toBeFocused();

      await form.expectDraftSaved();
      await page.reload();
      await expect(second).toHaveValue('ordered_on');
      await expect(value).toHaveValue('many');
      await expect(form.panel).toContainText(SAYS.noNumber[language]);
      await page.context().close();
    });
  }

  test('which data: none at all (ja)', async ({ browser }) => {
    const form = await openForm(browser, 'ja');
    await form.next('data');
    await form.datasetSearch.focus();
    await form.datasetSearch.press('Tab');
    await expectWrong(form.datasetSearch, SAYS.noDataset.ja);
    await followMessage(form, SAYS.noDataset.ja);
    await expect(form.datasetSearch).toBeFocused();
    await form.page.context().close();
  });

  test('which data: two that are not joined (ja)', async ({ browser }) => {
    const form = await openForm(browser, 'ja');
    await form.next('data');
    await form.pickData();
    await form.pickData('stg_crm__customers');
    const join = form.group('data.joinOf', { joined: 'crm_customers' });
    await join.getByRole('button', { name: /customer_id = / }).click();
    await form.datasetSearch.click();
    await expectMessage(join, SAYS.notJoined.ja);
    await followMessage(form, SAYS.notJoined.ja);
    await expect(join.locator(':focus')).toHaveCount(1);

    await form.expectDraftSaved();
    await form.page.reload();
    await expect(
      form.textbox('data.alias', { name: 'stg_crm__customers' }),
    ).toHaveValue('crm_customers');
    await form.page.context().close();
  });

  test('meaning: no definition, no owner, a tier below that of the inputs (en)', async ({
    browser,
  }) => {
    const form = await openForm(browser, 'en');
    await form.next('data');
    await form.pickData('dim_customers');
    await form.next('rows');
    await form.pickColumns(['prefecture']);
    await form.next('meaning');
    await form.definition.focus();
    await form.owner.focus();
    await expectWrong(form.definition, SAYS.noDefinition.en);
    await form.domain.focus();
    await expectWrong(form.owner, SAYS.noOwner.en);

    const tier = form.group('meaning.tier');
    const internal = tier.getByRole('radio', { name: /^2 Internal/ });
    await expect(internal).toBeChecked();
    await expect(internal).toBeDisabled();
    const confidential = tier.getByRole('radio', { name: /^3 Confidential/ });
    await confidential.focus();
    await form.domain.focus();
    await expectMessage(tier, SAYS.tierTooLow.en);
    await followMessage(form, SAYS.tierTooLow.en);
    await expect(confidential).toBeFocused();
    await expectAccessible(form.page);

    await fillAndLeave(form.columnDefinition('row_count'), 'Members.');
    await form.expectDraftSaved();
    await form.page.reload();
    await expect(form.columnDefinition('row_count')).toHaveValue('Members.');
    await expect(form.owner).toHaveValue('');
    await form.page.context().close();
  });
});
