import type { Preview } from '@suido/backstage-plugin-data-requests-common';
import fc from 'fast-check';
import { dailySales } from './__testUtils__/retailRepository';
import { pullRequestText } from './pullRequestText';

const preview: Preview = {
  checks: [
    {
      rule: 'column-definition-missing',
      severity: 'warning',
      status: 'failed',
      field: 'columns.0.definition',
      message: {
        en: 'Column "x" has no definition.',
        ja: '定義がありません。',
      },
    },
  ],
  sample: { status: 'unavailable', reason: { en: '-', ja: '-' } },
  joins: [],
  changeSet: {
    title: 'Add mart fct_daily_store_sales',
    files: [],
    explanation: [{ en: 'One row per day.', ja: '1 行が 1 日です。' }],
    hash: 'abc',
  },
  reviewers: [{ handle: '@sales', pattern: '*', paths: [] }],
  lowestTier: 2,
};
const request = {
  id: '01JABCDEFGHJKMNPQRSTVWXYZ0',
  number: 12,
  requester: 'user:default/hanako.sato',
  url: 'https://portal.example/data-requests/01J',
  preview,
};

describe('pullRequestText', () => {
  it('says what, why and for whom', () => {
    expect(
      pullRequestText(
        dailySales({
          differences: [
            {
              subject: 'dataset:fct-orders-d4060a977f',
              reason: 'It has one row per order,\nnot per day.',
            },
            { subject: 'request:01JABC', reason: 'It asks for `weeks`.' },
          ],
        }),
        request,
      ),
    ).toMatchSnapshot();
  });

  it('lets no text of a person out of its fence', () => {
    const texts = (text: string) =>
      dailySales({
        question: text,
        purpose: text,
        definition: { en: text, ja: text },
        differences: [{ subject: 'dataset:x', reason: text }],
      });
    const plain = pullRequestText(texts('x'), request);
    const hostile = fc
      .array(
        fc.constantFrom(
          '```',
          '````\n',
          '~~~\n',
          '\n# heading\n',
          '@everyone',
          'closes #1',
          '![x](https://evil.example/x.png)',
          '<img src=x onerror=alert(1)>',
          '\r',
          '\u2028',
          '-->',
          '    ',
          '水道',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map(parts => `x${parts.join('')}`);
    fc.assert(
      fc.property(hostile, text => {
        const { title, body, commitMessage } = pullRequestText(
          texts(text),
          request,
        );
        expect(title).toBe(plain.title);
        expect(commitMessage).toBe(plain.commitMessage);
        expect(outsideOfCode(body)).toEqual(outsideOfCode(plain.body));
      }),
      { numRuns: 500 },
    );
  });

  it('makes no link of what is no web address', () => {
    const { body } = pullRequestText(dailySales(), {
      ...request,
      url: 'data:text/html,x',
      requester: 'user:default/`@all`',
    });
    expect(body).toContain('` data:text/html,x `');
    expect(body).toContain('`` user:default/`@all` ``');
  });

  it('refuses a name that passed no check', () => {
    expect(() =>
      pullRequestText(dailySales({ name: 'x\n@all' }), request),
    ).toThrow('not a usable name');
  });
});

/** Lines outside of fences, without the code in them. */
function outsideOfCode(body: string): string[] {
  return outsideOfFences(body).map(line =>
    line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'code'),
  );
}

/** Lines outside of fences, read as CommonMark does. */
function outsideOfFences(body: string): string[] {
  let fence: string | undefined;
  return body.split(/\r\n|\n|\r/).filter(line => {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(line) ?? [];
    if (fence === undefined) {
      fence = mark;
      return mark === undefined;
    }
    const isClosing =
      mark?.startsWith(fence) && line.trim() === mark && mark[0] === fence[0];
    if (isClosing) {
      fence = undefined;
    }
    return false;
  });
}
