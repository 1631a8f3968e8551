import { expect, test, type Page } from '@playwright/test';
import { PortalApi } from './journey/api';
import { Keyboard } from './journey/keyboard';
import { MartForm } from './journey/martForm';
import { martSpec, type MartInShort } from './journey/martSpec';
import { expectAccessible, takePicture } from './journey/observe';
import { enterAs, type Person } from './journey/person';
import { RequestPage } from './journey/requestPage';
import { LANGUAGES, textsIn, type Language } from './journey/texts';

interface Review {
  readonly author: Person;
  readonly mart: MartInShort;
  /** What the reviewer asks of a line of the query. */
  readonly asks: string;
  /** What the author answers. */
  readonly answers: string;
  /** What the reviewer would rather read, in a line of the properties. */
  readonly suggests: string;
  /** What the author adds afterwards, and which rows stay. */
  readonly added: string;
  readonly approves: string;
}

const REVIEWS: Readonly<Record<Language, Review>> = {
  en: {
    author: 'tom.wilson',
    mart: {
      name: 'fct_discount_by_payment',
      question: 'Who gets discounts, by store and way of paying?',
      purpose: 'The card contract is up for renewal.',
      definition: 'Discounts per store and way of paying.',
      dataset: 'fct_orders',
      groups: ['store_id', 'payment_method'],
      sums: ['discount_amount'],
    },
    asks: 'Does this count cancelled orders, too?',
    answers: 'It did. I leave them out now.',
    suggests: 'Discounts in yen, per store and way of paying.',
    added: 'gross_amount',
    approves: 'Reads well now.',
  },
  ja: {
    author: 'hanako.sato',
    mart: {
      name: 'fct_basket_size_ja',
      question: 'キャンペーンごとに、1 回の買い物で何点売れていますか？',
      purpose: '次のキャンペーンの品ぞろえを決めるために使います。',
      definition: 'キャンペーンと支払い方法ごとの点数です。',
      dataset: 'fct_orders',
      groups: ['campaign_id', 'payment_method'],
      sums: ['item_count'],
    },
    asks: '取り消された注文も含まれますか？',
    answers: '含まれていました。完了した注文だけにします。',
    suggests: 'キャンペーンと支払い方法ごとに数えた商品の点数です。',
    added: 'line_count',
    approves: '分かりやすくなりました。',
  },
};

for (const language of LANGUAGES) {
  const texts = textsIn(language);
  const review = REVIEWS[language];
  const { mart } = review;

  test(`a review goes from a comment to the merge (${language})`, async ({
    browser,
    request,
  }) => {
    const api = await PortalApi.as(review.author, request);
    const id = await api.send(await martSpec(api, language, mart));
    const path = `/data-requests/requests/${id}`;
    const query = `transform/models/marts/sales/${mart.name}.sql`;
    const properties = `transform/models/marts/sales/${mart.name}.yml`;

    const reviewer = await enterAs(
      browser,
      'kenji.tanaka',
      texts,
      `${path}?part=files`,
    );
    const reviewed = new RequestPage(reviewer, texts);
    const comment = reviewer.getByRole('textbox', {
      name: new RegExp(texts.pages('comment.onLine', { line: '\\d+' })),
    });
    await test.step('the reviewer comments on a line, with the mouse', async () => {
      await reviewed.line(query, 'sum(').click();
      await expect(comment).toBeFocused();
      await comment.fill(review.asks);
      await reviewed.button('comment.send').click();
      await expect(comment).toHaveCount(0);
      await expect(reviewer.getByText(review.asks)).toBeVisible();
    });
    await test.step('the reviewer suggests a line, with the keyboard', async () => {
      const keys = new Keyboard(reviewer);
      const button = reviewed.line(properties, mart.definition);
      await reviewed.line(properties, 'models:').focus();
      await keys.press('ArrowDown');
      await keys.press('ArrowDown');
      await expect(button).toBeFocused();
      await keys.press('c');
      await expect(comment).toBeFocused();
      await keys.enter(reviewed.button('comment.suggest'));
      const suggestion = reviewer.getByRole('textbox', {
        name: texts.pages('comment.suggestion'),
      });
      const said = await suggestion.inputValue();
      await keys.write(
        suggestion,
        said.replace(mart.definition, review.suggests),
      );
      await takePicture(reviewer, 'review-suggestion', texts);
      await expectAccessible(reviewer);
      await keys.press('Control+Enter');
      await expect(suggestion).toHaveCount(0);
      await expect(reviewer.locator('body')).not.toBeFocused();
    });
    await reviewed.act('requestChanges').click();
    await reviewed.expectState('changes-requested');

    const author = await enterAs(browser, review.author, texts);
    const own = new RequestPage(author, texts);
    await test.step('the author is told, answers, and takes the suggestion', async () => {
      await openNotice(author, texts, mart.name);
      await expect(author).toHaveURL(new RegExp(id));
      await own.expectState('changes-requested');
      await takePicture(author, 'request-changes-requested', texts);
      await expectAccessible(author);
      await author
        .getByRole('link', {
          name: texts.pages('next.toComments_other', { count: 2 }),
        })
        .click();
      const asked = author
        .getByRole('article')
        .filter({ hasText: review.asks });
      await expect(asked).toBeFocused();
      await asked
        .getByRole('button', { name: texts.pages('comment.reply') })
        .click();
      await author
        .getByRole('textbox', { name: texts.pages('comment.reply') })
        .fill(review.answers);
      await own.button('comment.send').click();
      await expect(asked).toContainText(review.answers);
      await own.button('comment.apply').click();
      await own.dialog
        .getByRole('button', { name: texts.pages('comment.apply') })
        .click();
      await expect(
        author.getByText(texts.pages('comment.isApplied'), { exact: true }),
      ).toBeVisible();
      await own.expectState('in-review');
    });

    await reviewer.reload();
    await reviewed.expectState('in-review');
    await reviewed.act('approve').click();
    await reviewed.expectState('approved');

    await test.step('the author changes the form, and the approval is void', async () => {
      await author.reload();
      await own.expectState('approved');
      await author
        .getByRole('link', { name: texts.pages('review.revise') })
        .click();
      const form = new MartForm(author, texts);
      await form.stepButton('rows').click();
      await form.expectAt('rows');
      await form.columnPicker.fill(review.added);
      await form.columnOption(review.added).click();
      await form.columnPicker.press('Escape');
      await form.button('rows.addFilter').click();
      await form.list('rows.filterColumn').selectOption('data.order_status');
      await form.textbox('rows.filterValue').fill('completed');
      await form.stepButton('check').click();
      await form.button('send.revise').click();
      await expect(author).toHaveURL(new RegExp(`${id}$`));
      await own.expectState('in-review');
      await expect(
        author.getByText(texts.pages('conversation.isVoid')).first(),
      ).toBeVisible();
      await expectAccessible(author);
    });

    await test.step('the reviewer sees what the commits did', async () => {
      await reviewer.reload();
      await reviewed.expectState('in-review');
      await reviewed.section('commits').click();
      await expect(
        reviewer.getByRole('button', {
          name: new RegExp(
            texts.pages('commits.count.passed_other', { count: '\\d+' }),
          ),
        }),
      ).toHaveCount(2);
      const from = reviewer.getByRole('combobox', {
        name: texts.pages('effect.from'),
      });
      await from.click();
      await reviewer.getByRole('option').first().click();
      const part = (name: string) =>
        reviewer.getByRole('region', { name: texts.pages(name), exact: true });
      await expect(part('effect.columns')).toContainText(review.added);
      await expect(part('effect.columns')).toContainText(
        texts.pages('effect.column.added'),
      );
      await expect(part('effect.rows').getByRole('table')).toContainText('→');
      await part('effect.title').evaluate(node => node.scrollIntoView());
      await takePicture(reviewer, 'request-effect', texts);
      await expectAccessible(reviewer);
      await part('section.files')
        .getByRole('button', { name: texts.pages('files.split') })
        .click();
      await expect(
        part('section.files').getByRole('button', {
          name: texts.pages('files.split'),
        }),
      ).toHaveAttribute('aria-pressed', 'true');
    });
    await reviewed.comment.fill(review.approves);
    await reviewed.act('approve').click();
    await reviewed.expectState('approved');
    await reviewer.context().close();

    await test.step('another person merges', async () => {
      const merger = await enterAs(browser, 'maria.garcia', texts, path);
      const merged = new RequestPage(merger, texts);
      await merged.act('merge').click();
      await merged.confirmation('merge').click();
      await merged.expectState('deployed');
      await merger.context().close();
    });

    await author.context().close();
  });
}

/** Goes by the bell to what has to do with a mart. */
async function openNotice(
  page: Page,
  texts: ReturnType<typeof textsIn>,
  mart: string,
): Promise<void> {
  const bell = page.getByRole('link', {
    name: new RegExp(
      texts
        .app('nav.unreadNotifications', { unread: '\\d+' })
        .replace(/[()（）]/g, '\\$&'),
    ),
  });
  await bell.click();
  const notice = page
    .getByRole('link', { name: new RegExp(mart) })
    .filter({
      hasText: texts.language === 'en' ? 'needs changes' : '修正の依頼',
    })
    .first();
  await notice.click();
}
