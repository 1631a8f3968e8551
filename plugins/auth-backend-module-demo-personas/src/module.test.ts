import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleDemoPersonas from './index';

async function startAuth() {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleDemoPersonas,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'hanako.sato', namespace: 'default' },
            spec: { memberOf: ['sales'] },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: {
            providers: {
              'demo-personas': {
                personas: [{ name: 'hanako.sato', displayName: 'Hanako Sato' }],
              },
            },
          },
        },
      }),
    ],
  });
  return (headers: Record<string, string>) =>
    request(server)
      .get('/api/auth/demo-personas/refresh')
      .set({ 'x-requested-with': 'XMLHttpRequest', ...headers });
}

describe('demo-personas', () => {
  it('lets in whom the config names, from this machine only', async () => {
    const refresh = await startAuth();

    const entered = await refresh({ 'x-suido-persona': 'hanako.sato' });
    expect(entered.status).toBe(200);
    expect(entered.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/hanako.sato',
    );

    expect(entered.body.profile.displayName).toBe('Hanako Sato');

    const unknown = await refresh({ 'x-suido-persona': 'somebody.else' });
    expect(unknown.status).toBe(403);
    expect(unknown.body.backstageIdentity).toBeUndefined();

    const nobody = await refresh({});
    expect(nobody.status).toBe(400);

    const forwarded = await refresh({
      'x-suido-persona': 'hanako.sato',
      'x-forwarded-for': '127.0.0.1',
    });
    expect(forwarded.status).toBe(403);
    expect(forwarded.body.error.message).toMatch(/proxy/);

    const rebound = await refresh({
      'x-suido-persona': 'hanako.sato',
      host: 'evil.example',
    });
    expect(rebound.status).toBe(403);
  });
});
