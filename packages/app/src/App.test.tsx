import { createApp } from '@backstage/frontend-defaults';
import { render, screen } from '@testing-library/react';
import { appFeatures } from './features';

function renderApp(signIn: object) {
  const config = document.createElement('script');
  config.type = 'backstage.io/config';
  config.textContent = JSON.stringify([
    {
      context: 'test',
      data: {
        app: { title: 'Suido', baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        suido: { signIn },
      },
    },
  ]);
  document.head.replaceChildren(config);
  render(createApp({ features: appFeatures }).createRoot());
}

it('starts at the sign-in page of the demo company', async () => {
  renderApp({
    providers: ['demo-personas'],
    demoPersonas: [
      {
        name: 'hanako.sato',
        title: 'Hanako Sato',
        titleJa: '佐藤 花子',
        role: 'Mart author',
        roleJa: '依頼者',
      },
    ],
  });
  expect(
    await screen.findByRole('button', { name: /Hanako Sato/ }),
  ).toBeVisible();
  expect(document.documentElement).toHaveAttribute('lang', 'en');
});

it('starts at GitHub and OpenID Connect where those are configured', async () => {
  renderApp({ providers: ['github', 'oidc'] });
  expect(await screen.findByText('Sign in with GitHub')).toBeVisible();
  expect(screen.getByText('Sign in with your company account')).toBeVisible();
  expect(
    screen.queryByText('Enter the demo company as'),
  ).not.toBeInTheDocument();
});
