import { expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from './texts';

/** What a mart author says in the journey. */
export interface WantedMart {
  readonly name: string;
  readonly question: string;
  readonly purpose: string;
  readonly definition: string;
  /** What the column with the number of rows means. */
  readonly countDefinition: string;
}

const DATASET = 'int_orders_with_totals';
const COLUMNS = ['ordered_on', 'store_id', 'net_amount'];

/** The form of a mart request, as its author sees it, step by step. */
export class MartForm {
  readonly page: Page;
  readonly texts: Texts;
  readonly panel: Locator;

  constructor(page: Page, texts: Texts) {
    this.page = page;
    this.texts = texts;
    this.panel = page.getByRole('complementary', {
      name: texts.form('panel.title'),
    });
  }

  async sayWhatAndWhy(mart: WantedMart): Promise<void> {
    const { page, texts } = this;
    await page.getByLabel(texts.form('what.question')).fill(mart.question);
    await page.getByLabel(texts.form('what.purpose')).fill(mart.purpose);
    await page
      .getByRole('textbox', { name: texts.form('what.name') })
      .fill(mart.name);
  }

  async pickData(): Promise<void> {
    const { page, texts } = this;
    await page.getByLabel(texts.form('data.search')).fill('orders totals');
    await page
      .getByRole('button', {
        name: texts.form('data.addNamed', { name: DATASET }),
      })
      .click();
  }

  async pickColumns(): Promise<void> {
    const { page, texts } = this;
    const picker = page.getByRole('combobox', {
      name: texts.form('rows.addColumn'),
    });
    for (const column of COLUMNS) {
      await picker.fill(column);
      await page
        .getByRole('option', { name: new RegExp(`^${column}`) })
        .click();
    }
    await picker.press('Escape');
    await page
      .getByRole('button', { name: texts.form('rows.addCount') })
      .click();
  }

  async sayWhatItMeans(mart: WantedMart): Promise<void> {
    const { page, texts } = this;
    const { form, language } = texts;
    await page
      .getByLabel(
        form(`language.${language}`, {
          label: form('meaning.definitionLabel'),
        }),
        { exact: true },
      )
      .fill(mart.definition);
    // The other columns bring the definitions of where they come from.
    await page
      .getByLabel(
        form(`language.${language}`, {
          label: form('meaning.columnLabel', { name: 'row_count' }),
        }),
        { exact: true },
      )
      .fill(mart.countDefinition);
    await page
      .getByLabel(form('meaning.owner'))
      .selectOption('group:default/sales');
    await page.getByLabel(form('meaning.domain')).selectOption('sales');
  }

  /** Goes on with the button that names the next step. */
  async next(step: 'data' | 'rows' | 'meaning' | 'check'): Promise<void> {
    const { form } = this.texts;
    await this.page
      .getByRole('button', {
        name: form('wizard.nextStep', { step: form(`step.${step}`) }),
      })
      .click();
    await expect(
      this.page.getByRole('heading', { name: form(`step.${step}`) }),
    ).toBeFocused();
  }

  async expectDraftSaved(): Promise<void> {
    await expect(
      this.page.getByText(this.texts.form('draft.saved')),
    ).toBeVisible();
  }
}
