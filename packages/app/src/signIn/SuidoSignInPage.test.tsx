import { discoveryApiRef, type IdentityApi } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rememberedPersona, rememberPersona } from './rememberedPersona';
import { SuidoSignInPage } from './SuidoSignInPage';

const PERSONAS = [
  {
    name: 'hanako.sato',
    title: 'Hanako Sato',
    titleJa: '佐藤 花子',
    role: 'Mart author: asks for data',
    roleJa: 'データマートの依頼者',
  },
  {
    name: 'kenji.tanaka',
    title: 'Kenji Tanaka',
    titleJa: '田中 健二',
    role: 'Data engineer: reviews requests',
    roleJa: 'データエンジニア',
  },
];

const SESSION = {
  profile: { displayName: 'Kenji Tanaka' },
  backstageIdentity: {
    // exp: far in the future
    token: `x.${window.btoa(JSON.stringify({ exp: 4_000_000_000 }))}.x`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/kenji.tanaka',
      ownershipEntityRefs: ['user:default/kenji.tanaka'],
    },
  },
};

function renderSignIn(providers: string[], onSignInSuccess = jest.fn()) {
  renderInTestApp(<SuidoSignInPage onSignInSuccess={onSignInSuccess} />, {
    config: {
      app: {
        title: 'Suido',
        baseUrl: 'http://localhost:3000',
        extensions: [
          {
            'api:app/app-language': {
              config: { availableLanguages: ['en', 'ja'] },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost:7007' },
      suido: { signIn: { providers, demoPersonas: PERSONAS } },
    },
    apis: [
      [
        discoveryApiRef,
        mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
      ],
    ],
  });
  return onSignInSuccess;
}

function answer(status: number, body: unknown) {
  return jest.spyOn(globalThis, 'fetch').mockImplementation(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
}

beforeEach(() => window.localStorage.clear());
afterEach(() => jest.restoreAllMocks());

it('enters as the chosen person by keyboard, remembers it, and forgets it on sign-out', async () => {
  const fetchSpy = answer(200, SESSION);
  const onSignInSuccess = renderSignIn(['demo-personas']);
  const card = await screen.findByRole('button', {
    name: 'Kenji Tanaka Data engineer: reviews requests',
  });
  card.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  const [url, init] = fetchSpy.mock.calls[0];
  expect(String(url)).toBe(
    'http://localhost:7007/api/auth/demo-personas/refresh',
  );
  expect(new Headers(init?.headers).get('x-suido-persona')).toBe(
    'kenji.tanaka',
  );
  expect(rememberedPersona()).toBe('kenji.tanaka');

  const identity: IdentityApi = onSignInSuccess.mock.calls[0][0];
  expect(await identity.getBackstageIdentity()).toMatchObject({
    userEntityRef: 'user:default/kenji.tanaka',
  });
  await identity.signOut();
  expect(rememberedPersona()).toBeUndefined();
});

it('stays signed in over a reload', async () => {
  answer(200, SESSION);
  rememberPersona('kenji.tanaka');
  const onSignInSuccess = renderSignIn(['demo-personas']);
  await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
});

it('says why it was refused, forgets the choice and lets choose again', async () => {
  answer(403, {
    error: { name: 'NotAllowedError', message: 'Only from this machine' },
    response: { statusCode: 403 },
  });
  rememberPersona('hanako.sato');
  const onSignInSuccess = renderSignIn(['demo-personas']);
  expect(await screen.findByText('Only from this machine')).toBeVisible();
  expect(screen.getByText('Signing in did not work')).toBeVisible();
  expect(rememberedPersona()).toBeUndefined();
  expect(onSignInSuccess).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: /Hanako Sato/ })).toBeVisible();
});

it('does not enter as somebody whom the config no longer names', async () => {
  const fetchSpy = answer(200, SESSION);
  rememberPersona('gone.away');
  renderSignIn(['demo-personas']);
  expect(
    await screen.findAllByRole('button', { name: /Tanaka|Sato/ }),
  ).toHaveLength(2);
  expect(fetchSpy).not.toHaveBeenCalled();
});

it('switches to Japanese before anybody is signed in', async () => {
  renderSignIn(['demo-personas']);
  await userEvent.click(await screen.findByRole('button', { name: '日本語' }));
  expect(
    await screen.findByRole('button', {
      name: '佐藤 花子 データマートの依頼者',
    }),
  ).toBeVisible();
});

it('says what to configure where nothing is', async () => {
  renderSignIn([]);
  expect(await screen.findByText(/suido\.signIn\.providers/)).toBeVisible();
});
