import { expect, type Locator } from '@playwright/test';
import { Keyboard } from './keyboard';
import { MartForm, type Step } from './martForm';
import { RequestPage } from './requestPage';

/** The form of a mart request, gone through without a mouse. */
export class MartFormByKeyboard {
  readonly keys: Keyboard;
  readonly form: MartForm;

  constructor(form: MartForm) {
    this.form = form;
    this.keys = new Keyboard(form.page);
  }

  /** From the home page. */
  async open(): Promise<void> {
    const { page, texts } = this.form;
    await this.keys.enter(
      page.getByRole('link', { name: texts.pages('askForMart') }).first(),
    );
  }

  async useDatasets(...datasets: string[]): Promise<void> {
    const { form, keys } = this;
    for (const dataset of datasets) {
      await keys.tabBackTo(form.datasetSearch);
      await keys.write(form.datasetSearch, dataset);
      await keys.enter(form.useDataset(dataset));
      await keys.expectFocusKept(`Using ${dataset}`);
    }
  }

  async addColumns(...columns: string[]): Promise<void> {
    const { form, keys } = this;
    for (const column of columns) {
      await keys.write(form.columnPicker, column);
      await expect(form.columnOption(column)).toBeVisible();
      await keys.press('Enter');
      await expect(form.columnPicker).toHaveValue('');
    }
    await keys.press('Escape');
  }

  async next(step: Step): Promise<void> {
    const { form, keys } = this;
    await keys.enter(form.nextButton(step));
    await form.expectAt(step);
  }

  /** Ticks or unticks. */
  async tick(box: Locator): Promise<void> {
    await this.keys.tabTo(box);
    await this.keys.press('Space');
  }

  /** Answers among few: Tab goes to the one that is chosen, arrows on. */
  async answer(question: string, answer: string): Promise<void> {
    const { form, keys } = this;
    const choices = form.page
      .getByRole('radiogroup', { name: form.texts.form(question) })
      .getByRole('radio');
    const names = await choices.evaluateAll(radios =>
      radios.map(radio => radio.closest('label')?.textContent ?? ''),
    );
    const wanted = choices.nth(
      names.findIndex(name => name.startsWith(answer)),
    );
    await keys.tabTo(choices.and(form.page.locator(':checked')));
    for (let at = 0; at < names.length && !(await wanted.isChecked()); at++) {
      await keys.press('ArrowDown');
    }
    await expect(wanted).toBeChecked();
  }

  /** Sends what may be sent, and is on the page of the request then. */
  async send(): Promise<void> {
    const { page, texts, sendButton } = this.form;
    await expect(sendButton).toBeEnabled();
    await this.keys.enter(sendButton);
    await expect(page).toHaveURL(/\/data-requests\/requests\/[0-9A-Z]{26}/);
    await new RequestPage(page, texts).expectState('in-review');
  }
}
