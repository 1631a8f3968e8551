import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { HomePage, PERSONAS, type Persona } from './journey/homePage';
import { MartForm } from './journey/martForm';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Texts } from './journey/texts';

const NAMES = Object.keys(PERSONAS) as Persona[];

/** What a block says while there is nothing in it. */
const NOTHING: Readonly<Record<string, string>> = {
  'home.work': 'home.work.emptyDescription',
  'home.review': 'home.review.emptyDescription',
  'home.merged': 'home.merged.emptyDescription',
  'home.figures': 'home.figures.noMedian',
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);

  test(`a portal that nobody has used yet says how it goes (${language})`, async ({
    browser,
    request,
  }) => {
    const engineer = await PortalApi.as('kenji.tanaka', request);
    test.skip((await engineer.countRequests()) > 0, 'It has been used.');
    for (const persona of NAMES) {
      const { person, blocks } = PERSONAS[persona];
      const page = await enterAs(browser, person, texts);
      const home = new HomePage(page, texts);
      await home.expectFor(persona);
      await expect(home.gettingStarted).toBeVisible();
      for (const block of blocks.filter(name => name in NOTHING)) {
        await expect(home.block(block)).toContainText(
          texts.pages(NOTHING[block]),
        );
      }
      await expectAccessible(page);
      await page.context().close();
    }
  });
}

test.describe('a portal in use', () => {
  let mart: string;

  test.beforeAll(async ({ browser }, { workerIndex }) => {
    // A worker that follows a failure asks again.
    mart = `fct_staffing_by_day${workerIndex || ''}`;
    const texts = textsIn('en');
    const page = await enterAs(
      browser,
      'hanako.sato',
      texts,
      '/data-requests/new/data-mart',
    );
    const form = new MartForm(page, texts);
    await form.fillIn({
      name: mart,
      question: 'On which days is each product packed most?',
      purpose: 'The warehouse plans its shifts a month ahead.',
      definition: 'Pieces of each product and day.',
      countDefinition: 'Number of order lines.',
      dataset: 'int_order_items_enriched',
      columns: ['ordered_on', 'product_id', 'quantity'],
    });
    await form.sendButton.click();
    await new RequestPage(page, texts).expectState('in-review');
    await page.context().close();
  });

  for (const language of LANGUAGES) {
    const texts = textsIn(language);
    for (const persona of NAMES) {
      test(`the home page leads a ${persona} to what is next (${language})`, async ({
        browser,
      }) => {
        const page = await enterAs(browser, PERSONAS[persona].person, texts);
        const home = new HomePage(page, texts);
        await home.expectFor(persona);
        await expect(home.gettingStarted).toHaveCount(0);
        await takePicture(page, `home-${persona}`, texts);
        await expectAccessible(page);
        await goOn[persona](home, texts, mart);
        await page.context().close();
      });
    }
  }
});

/** Each goes where their first block leads. */
const goOn: Readonly<
  Record<Persona, (home: HomePage, texts: Texts, mart: string) => Promise<void>>
> = {
  'mart-author': async (home, texts, mart) => {
    const { page } = home;
    await expect(home.block('home.work')).toContainText(
      texts.pages('waits.reviewers'),
    );
    await home.block('home.work').getByRole('link', { name: mart }).click();
    await expect(page.getByRole('heading', { name: mart })).toBeVisible();
    await page.goBack();
    await page
      .getByRole('navigation', { name: texts.app('home.shortcuts') })
      .getByRole('link', { name: texts.pages('askForMart') })
      .click();
    await expect(new MartForm(page, texts).question).toBeVisible();
  },
  'data-engineer': async (home, texts, mart) => {
    await home.block('home.review').getByRole('link', { name: mart }).click();
    await expect(
      new RequestPage(home.page, texts).act('approve'),
    ).toBeEnabled();
  },
  'team-lead': async (home, texts) => {
    await expect(
      home
        .block('home.work')
        .getByRole('link', { name: texts.pages('askForMart') }),
    ).toBeVisible();
    await home
      .block('home.team')
      .getByRole('link', { name: /Product/ })
      .click();
    await expect(
      home.page.getByRole('heading', { name: /商品企画チーム/ }).first(),
    ).toBeVisible();
  },
  leadership: async (home, texts, mart) => {
    const figures = home.block('home.figures');
    await expect(figures).toContainText(texts.pages('home.figures.month'));
    await expect(figures).toContainText(texts.pages('home.figures.open'));
    await figures.getByRole('link').click();
    await expect(
      home.page.getByRole('link', { name: mart, exact: true }),
    ).toBeVisible();
  },
};
