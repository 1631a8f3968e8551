import { screen, within } from '@testing-library/react';
import { fakeClient } from '../__testUtils__/fakeClient';
import { aDraft } from '../__testUtils__/fixtures';
import { renderPages } from '../__testUtils__/renderPages';

it.each([
  ['en', 'Your drafts', 'Step 2 of 5: Which data', 'in English'],
  ['ja', 'あなたの下書き', 'ステップ 2 / 5：使うデータ', '英語で記入'],
] as const)(
  'says of a draft how far it is, in which language and when (%s)',
  async (language, title, step, written) => {
    renderPages({
      path: '/data-requests',
      language,
      client: fakeClient({
        listDrafts: async () => ({ items: [aDraft()] }),
        listRequests: async () => ({ items: [] }),
      }),
    });
    expect(await screen.findByText(title)).toBeVisible();
    const item = within(
      (await screen.findByText('fct_half_done')).closest('li')!,
    );
    expect(await item.findByText(step)).toBeVisible();
    expect(item.getByText(written)).toBeVisible();
    expect(item.getByText(/ago|yesterday|前|昨日/)).toBeVisible();
  },
);
