import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './person';
import type { Texts } from './texts';

/** What each kind of person comes for: the blocks of the home page, in order. */
export const PERSONAS = {
  'mart-author': {
    person: 'hanako.sato',
    lead: 'home.lead.member',
    blocks: ['home.work', 'contributions', 'home.merged', 'home.review'],
  },
  'data-engineer': {
    person: 'kenji.tanaka',
    lead: 'home.lead.data-engineer',
    blocks: [
      'home.review',
      'home.work',
      'home.merged',
      'home.figures',
      'contributions',
    ],
  },
  'team-lead': {
    person: 'yuki.suzuki',
    lead: 'home.lead.team-lead',
    blocks: [
      'home.work',
      'home.review',
      'home.team',
      'home.merged',
      'contributions',
    ],
  },
  leadership: {
    person: 'akira.yamamoto',
    lead: 'home.lead.leadership',
    blocks: [
      'home.figures',
      'home.merged',
      'home.work',
      'home.review',
      'contributions',
    ],
  },
} as const satisfies Record<
  string,
  { person: Person; lead: string; blocks: readonly string[] }
>;

export type Persona = keyof typeof PERSONAS;

/** The home page as somebody finds it. */
export class HomePage {
  readonly page: Page;
  readonly #texts: Texts;

  constructor(page: Page, texts: Texts) {
    this.page = page;
    this.#texts = texts;
  }

  get gettingStarted(): Locator {
    return this.page.getByRole('region', {
      name: this.#texts.app('home.start.title'),
    });
  }

  /** A block by the key of its texts, such as `home.work`. */
  block(key: string): Locator {
    return this.page.getByRole('region', { name: this.#title(key) });
  }

  /** It greets the person and shows what they come for, first things first. */
  async expectFor(persona: Persona): Promise<void> {
    const { lead, blocks } = PERSONAS[persona];
    await expect(this.page.getByText(this.#texts.app(lead))).toBeVisible();
    const titles = blocks.map(block => this.#title(block));
    await expect(
      this.page
        .getByRole('region')
        .getByRole('heading', { level: 2 })
        .filter({ hasNotText: this.#texts.app('home.start.title') }),
    ).toHaveText(titles);
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  #title(key: string): string {
    const { app, pages } = this.#texts;
    return key === 'home.team' ? app('home.team.title') : pages(`${key}.title`);
  }
}
