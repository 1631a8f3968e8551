import { expect, type Locator, type Page } from '@playwright/test';
import { marksOfFocus } from './marksOfFocus';

/** More stops than any page of the portal has; a way round ends sooner. */
const MOST_STOPS = 200;

/**
 * A person who has a keyboard and no mouse. What such a person could not see
 * is noted on the way, and said by {@link Keyboard.expectNothingInTheWay}.
 */
export class Keyboard {
  readonly page: Page;
  readonly #complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the element has the focus, and sees that it has. */
  async tabTo(target: Locator): Promise<void> {
    await this.#walkTo(target, 'Tab');
  }

  /** {@link Keyboard.tabTo}, backwards. */
  async tabBackTo(target: Locator): Promise<void> {
    await this.#walkTo(target, 'Shift+Tab');
  }

  /** Goes to a button or link and presses Enter. */
  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Goes to a text field and writes in place of what is there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.press('Control+A');
    await this.type(text);
    await expect(field).toHaveValue(text);
  }

  /** Types; what is on no key arrives as an input method hands it over. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /**
   * Writes with an input method: the reading, the Enter that takes the
   * conversion, the text.
   * @param held - key that is held with that Enter
   */
  async compose(reading: string, text: string, held?: 'Control') {
    const browser = await this.page.context().newCDPSession(this.page);
    const end = reading.length;
    await browser.send('Input.imeSetComposition', {
      text: reading,
      selectionStart: end,
      selectionEnd: end,
    });
    // As the system sends it while it composes: key code 229, no character.
    await browser.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers: held ? 2 : 0,
    });
    await browser.send('Input.insertText', { text });
    await browser.detach();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Goes to a list of the browser and picks an option by typing or arrows. */
  async choose(list: Locator, label: string): Promise<void> {
    await this.tabTo(list);
    const options = await list.getByRole('option').allTextContents();
    const position = options.indexOf(label);
    if (position < 0) {
      throw new Error(`"${label}" is none of: ${options.join(', ')}`);
    }
    if (/^[ -~]+$/.test(label)) {
      await this.type(label);
    } else {
      await this.press('Home');
      const first = await chosenIn(list);
      for (let at = options.indexOf(first); at < position; at++) {
        await this.press('ArrowDown');
      }
    }
    await expect.poll(() => chosenIn(list)).toBe(label);
  }

  /** Notes it where the focus is not on the element that it should go to. */
  async expectFocusOn(target: Locator, after: string): Promise<void> {
    await this.#note(
      `${after}: the focus should be on ${target}`,
      expect(target).toBeFocused(),
    );
  }

  /** Notes it where the focus fell back to the beginning of the page. */
  async expectFocusKept(after: string): Promise<void> {
    await this.#note(
      `${after}: the focus is lost`,
      expect(this.page.locator('body')).not.toBeFocused(),
    );
  }

  /** To be called at the end. */
  expectNothingInTheWay(): void {
    expect.soft(this.#complaints.join('\n')).toBe('');
  }

  async #walkTo(target: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    const goal = String(target);
    await expect(target, `${goal} is on the page`).toBeAttached();
    const passed: string[] = [];
    let { isThere } = await lookFor(target);
    while (!isThere) {
      // By the second end of the page every stop has been passed.
      const ends = passed.filter(stop => stop === PAGE_END).length;
      if (passed.length === MOST_STOPS || ends === 2) {
        throw new Error(
          `${key} does not reach ${goal}. It goes by: ${passed.join(' → ')}`,
        );
      }
      await this.press(key);
      const stop = await lookFor(target);
      passed.push(stop.name);
      isThere = stop.isThere;
    }
    if ((await marksOfFocus(target)).length === 0) {
      this.#complaints.push(`${goal}: nothing shows that it has the focus`);
    }
  }

  async #note(complaint: string, expectation: Promise<void>): Promise<void> {
    await expectation.catch(() => this.#complaints.push(complaint));
  }
}

const PAGE_END = '(end of the page)';

function chosenIn(list: Locator): Promise<string> {
  return list.evaluate(element =>
    element instanceof HTMLSelectElement
      ? element.selectedOptions[0]?.text ?? ''
      : '',
  );
}

/** Whether the element has the focus, and what has it. */
function lookFor(
  target: Locator,
): Promise<{ readonly isThere: boolean; readonly name: string }> {
  return target.evaluate((wanted, pageEnd) => {
    const element = document.activeElement;
    if (!element || element === document.body) {
      return { isThere: false, name: pageEnd };
    }
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    const text =
      element.getAttribute('aria-label') ??
      (isField ? element.labels?.[0] : element)?.textContent ??
      '';
    const name = `${element.localName} "${text.trim().slice(0, 40)}"`;
    return { isThere: element === wanted, name };
  }, PAGE_END);
}
