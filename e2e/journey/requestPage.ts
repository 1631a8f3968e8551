import { expect, type Locator, type Page } from '@playwright/test';
import type { Texts } from './texts';

/** How the buttons of lines are named. */
const LINE_BUTTON = {
  en: /^Comment on line \d+: /,
  ja: /^\d+ 行目にコメント：/,
} as const;

/** The page of a request: what a reviewer reads and does. */
export class RequestPage {
  readonly page: Page;
  readonly texts: Texts;

  constructor(page: Page, texts: Texts) {
    this.page = page;
    this.texts = texts;
  }

  get comment(): Locator {
    return this.page.getByRole('textbox', {
      name: this.texts.pages('review.comment'),
      exact: true,
    });
  }

  /** Where a comment on a file is begun, and where it is then written. */
  commentOn(role: 'button' | 'textbox', path: string): Locator {
    return this.page.getByRole(role, {
      name: this.texts.pages('files.commentNamed', { path }),
      exact: true,
    });
  }

  /** The button of a line, in the code of a file. */
  line(path: string, text: string): Locator {
    return this.page
      .getByRole('region', { name: path })
      .getByRole('button', { name: LINE_BUTTON[this.texts.language] })
      .and(this.page.locator(`[aria-label*='${text}']`))
      .first();
  }

  /** A button by the key of its text. */
  button(key: string): Locator {
    return this.page.getByRole('button', {
      name: this.texts.pages(key),
      exact: true,
    });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The headings of the files, in their order. */
  get files(): Locator {
    return this.page.getByRole('heading', { name: /^transform\// });
  }

  /** The tab of a part, such as `files`. */
  section(name: string): Locator {
    return this.page.getByRole('tab', {
      name: this.texts.pages(`section.${name}`),
    });
  }

  /** The button of an act, such as `approve`. */
  act(name: string): Locator {
    return this.page.getByRole('button', {
      name: this.texts.pages(`review.${name}`),
      exact: true,
    });
  }

  /** What a dialog asks to be pressed. */
  confirmation(name: string): Locator {
    return this.dialog.getByRole('button', {
      name: this.texts.pages(`review.${name}`),
      exact: true,
    });
  }

  /** Its page says what the state means; the word alone is in the stepper too. */
  async expectState(state: string): Promise<void> {
    await expect(
      this.page.getByText(this.texts.pages(`next.${state}`)).first(),
    ).toBeVisible();
  }
}
