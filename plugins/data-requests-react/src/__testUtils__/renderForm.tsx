import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Language } from '@suido/vocabulary';
import type { ReactElement } from 'react';
import { SWRConfig } from 'swr';
import { dataRequestsApiRef } from '../api';
import type { FakeDataRequests } from './FakeDataRequests';

/** Renders a part of the form in a test app that speaks the given language. */
export function renderForm(
  element: ReactElement,
  api: FakeDataRequests,
  language: Language = 'en',
) {
  // The app remembers the language of the test before.
  localStorage.clear();
  return renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>{element}</SWRConfig>,
    {
      apis: [[dataRequestsApiRef, api]],
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
      },
    },
  );
}
