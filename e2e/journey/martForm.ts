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
  /** Marts of other journeys are told apart by what they read. */
  readonly dataset?: string;
  readonly columns?: readonly string[];
}

export type Step = 'what' | 'data' | 'rows' | 'meaning' | 'check';

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

  get question(): Locator {
    return this.page.getByLabel(this.texts.form('what.question'));
  }

  get purpose(): Locator {
    return this.page.getByLabel(this.texts.form('what.purpose'));
  }

  get name(): Locator {
    return this.page.getByRole('textbox', {
      name: this.texts.form('what.name'),
    });
  }

  get datasetSearch(): Locator {
    return this.page.getByLabel(this.texts.form('data.search'));
  }

  get columnPicker(): Locator {
    return this.page.getByRole('combobox', {
      name: this.texts.form('rows.addColumn'),
    });
  }

  get owner(): Locator {
    return this.page.getByLabel(this.texts.form('meaning.owner'));
  }

  get domain(): Locator {
    return this.page.getByLabel(this.texts.form('meaning.domain'));
  }

  get sendButton(): Locator {
    return this.button('send.button');
  }

  /** The id of the draft, which the address of the form carries. */
  get draftId(): string {
    return new URL(this.page.url()).searchParams.get('draft') ?? '';
  }

  /** A button by the key of its text. */
  button(key: string, values?: Record<string, string>): Locator {
    return this.page.getByRole('button', {
      name: this.texts.form(key, values),
      exact: true,
    });
  }

  /** A list of the browser by the key of its label. */
  list(key: string, values?: Record<string, string>): Locator {
    return this.page.getByRole('combobox', {
      name: this.texts.form(key, values),
      exact: true,
    });
  }

  /** A text field by the key of its label. */
  textbox(key: string, values?: Record<string, string>): Locator {
    return this.page.getByRole('textbox', {
      name: this.texts.form(key, values),
      exact: true,
    });
  }

  /** Fields that belong together, by the key of their title. */
  group(key: string, values?: Record<string, string>): Locator {
    return this.page.getByRole('group', {
      name: this.texts.form(key, values),
      exact: true,
    });
  }

  /** The button that takes a dataset. */
  useDataset(name: string): Locator {
    return this.button('data.addNamed', { name });
  }

  columnOption(column: string): Locator {
    return this.page
      .getByRole('option', { name: new RegExp(`^${column}`) })
      .first();
  }

  /** The definition in the author's own language. */
  get definition(): Locator {
    return this.#authored(this.texts.form('meaning.definitionLabel'));
  }

  columnDefinition(name: string): Locator {
    return this.#authored(this.texts.form('meaning.columnLabel', { name }));
  }

  heading(step: Step): Locator {
    return this.page.getByRole('heading', {
      name: this.texts.form(`step.${step}`),
    });
  }

  /** The button above the form that leads to a step at any time. */
  stepButton(step: Step): Locator {
    const title = this.texts.form(`step.${step}`);
    return this.page.getByRole('button', {
      name: new RegExp(`\\d\\. ${title}`),
    });
  }

  /** The button that names the next step. */
  nextButton(step: Step): Locator {
    return this.button('wizard.nextStep', {
      step: this.texts.form(`step.${step}`),
    });
  }

  async sayWhatAndWhy(mart: WantedMart): Promise<void> {
    await this.question.fill(mart.question);
    await this.purpose.fill(mart.purpose);
    await this.name.fill(mart.name);
  }

  async pickData(dataset = DATASET): Promise<void> {
    await this.datasetSearch.fill(dataset.replace(/_+/g, ' '));
    await this.useDataset(dataset).click();
  }

  async pickColumns(columns: readonly string[] = COLUMNS): Promise<void> {
    const picker = this.columnPicker;
    for (const column of columns) {
      await picker.fill(column);
      await this.columnOption(column).click();
    }
    await picker.press('Escape');
    await this.button('rows.addCount').click();
  }

  async sayWhatItMeans(mart: WantedMart): Promise<void> {
    await this.definition.fill(mart.definition);
    // The other columns bring the definitions of where they come from.
    await this.columnDefinition('row_count').fill(mart.countDefinition);
    await this.owner.selectOption('group:default/sales');
    await this.domain.selectOption('sales');
  }

  /** Goes through all steps to the last one. */
  async fillIn(mart: WantedMart): Promise<void> {
    await this.sayWhatAndWhy(mart);
    await this.next('data');
    await this.pickData(mart.dataset);
    await this.next('rows');
    await this.pickColumns(mart.columns);
    await this.next('meaning');
    await this.sayWhatItMeans(mart);
    await this.next('check');
  }

  /** Goes on with the button that names the next step. */
  async next(step: Step): Promise<void> {
    await this.nextButton(step).click();
    await this.expectAt(step);
  }

  /** The focus goes along from step to step. */
  async expectAt(step: Step): Promise<void> {
    await expect(this.heading(step)).toBeFocused();
  }

  async expectDraftSaved(): Promise<void> {
    await expect(
      this.page.getByText(this.texts.form('draft.saved')),
    ).toBeVisible();
  }

  #authored(label: string): Locator {
    const { form, language } = this.texts;
    return this.page.getByLabel(form(`language.${language}`, { label }), {
      exact: true,
    });
  }
}
