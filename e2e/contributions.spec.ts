import { expect, test } from '@playwright/test';
import { PortalApi } from './journey/api';
import { HomePage } from './journey/homePage';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs, type Person } from './journey/person';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

interface Contribution {
  readonly author: Person;
  readonly mart: MartInShort;
}

const CONTRIBUTIONS: Readonly<Record<Language, Contribution>> = {
  en: {
    author: 'tom.wilson',
    mart: {
      name: 'fct_order_status',
      question: 'How much do we lose by cancelled orders?',
      purpose: 'The call centre is asked to win them back.',
      definition: 'Amount before discounts per status.',
      dataset: 'fct_orders',
      groups: ['order_status'],
      sums: ['gross_amount'],
    },
  },
  ja: {
    author: 'hanako.sato',
    mart: {
      name: 'fct_order_lines_ja',
      question: '日ごとに注文明細は何件ありますか？',
      purpose: 'レジの台数を決めるために使います。',
      definition: '日ごとの注文明細の件数です。',
      dataset: 'fct_orders',
      groups: ['ordered_on'],
      sums: ['line_count'],
    },
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const { author, mart } = CONTRIBUTIONS[language];

  test(`a merged mart counts among those of its author (${language})`, async ({
    browser,
    request,
  }) => {
    const api = await PortalApi.as(author, request);
    const id = await api.send(await martSpec(api, language, mart));
    const engineer = await PortalApi.as('kenji.tanaka', request);
    const headSha = await engineer.headOf(id);
    const path = `/requests/${id}`;
    for (const [act, data] of [
      ['reviews', { verdict: 'approve', body: '', headSha }],
      ['merge', { headSha }],
    ] as const) {
      const answer = await engineer.post(`${path}/${act}`, data);
      expect(answer.ok(), await answer.text()).toBe(true);
    }
    await engineer.untilState(id, 'deployed');

    const page = await enterAs(browser, author, texts);
    await expect(
      new HomePage(page, texts).block('contributions'),
    ).toContainText(
      new RegExp(`${texts.pages('contributions.thisMonth')}[1-9]`),
    );
    await page.goto('/data-requests');
    await page
      .getByRole('link', { name: texts.pages('tab.contributions') })
      .click();
    const table = page.getByRole('table', {
      name: texts.pages('contributions.list'),
    });
    await expect(table.getByRole('link', { name: mart.name })).toHaveAttribute(
      'href',
      /\/catalog\/default\/resource\//,
    );
    await takePicture(page, 'contributions', texts);
    await expectAccessible(page);

    await page
      .getByRole('link', { name: texts.pages('tab.firstRequest') })
      .click();
    const time = page.getByRole('region', {
      name: texts.pages('guide.time.title'),
    });
    await expect(time).toContainText(/\d/);
    await expectAccessible(page);
    await page.context().close();
  });
}
