import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

const HOUR_MS = 3_600_000;

function render(value: string, language: string) {
  localStorage.clear();
  renderInTestApp(<RelativeTime value={value} />, {
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', 'ja'],
              },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
      suido: { timeZone: 'Asia/Tokyo' },
    },
  });
}

it.each([
  ['en', '2 hours ago'],
  ['ja', '2 時間前'],
])('follows the language %s', async (language, words) => {
  render(new Date(Date.now() - 2 * HOUR_MS).toISOString(), language);
  expect(await screen.findByText(words)).toBeVisible();
});

it('names date, time and zone on hover, in the zone of the portal', async () => {
  render('2026-11-20T20:30:00Z', 'en');
  fireEvent.mouseOver(await screen.findByRole('time'));
  expect(await screen.findByRole('tooltip')).toHaveTextContent(
    /21 Nov 2026, 05:30 (GMT\+9|JST)/,
  );
});

it('shows a text that is no time as it is', async () => {
  render('yesterday', 'en');
  expect(await screen.findByText('yesterday')).toBeVisible();
});
