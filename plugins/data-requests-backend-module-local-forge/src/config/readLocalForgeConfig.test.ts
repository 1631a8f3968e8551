import { mockServices } from '@backstage/backend-test-utils';
import { readLocalForgeConfig } from './readLocalForgeConfig';

const read = (localForge?: object) =>
  readLocalForgeConfig(
    mockServices.rootConfig({
      data: { dataRequests: localForge ? { localForge } : {} },
    }),
    '/srv/suido',
  );

it('has defaults, relative to the working directory', () => {
  expect(read()).toEqual({
    directory: '/srv/suido/.suido/forge',
    host: 'local-forge.suido.dev',
    repositories: [],
    owners: new Map(),
  });
});

it('reads repositories and owners', () => {
  const config = read({
    directory: '/var/forge',
    repositories: [
      { name: 'data-platform', seedFrom: 'examples/data-platform' },
      { name: 'b_2.x', defaultBranch: 'trunk' },
    ],
    owners: { '@Hanako': 'User:default/Hanako', '@bots': '', 'a@b.c': '' },
  });
  expect(config.repositories).toEqual([
    {
      name: 'data-platform',
      defaultBranch: 'main',
      seedFrom: '/srv/suido/examples/data-platform',
    },
    { name: 'b_2.x', defaultBranch: 'trunk', seedFrom: undefined },
  ]);
  expect([...config.owners]).toEqual([
    ['@hanako', 'user:default/hanako'],
    ['@bots', undefined],
    ['a@b.c', undefined],
  ]);
});

it.each(['..', '../x', 'a/b', 'A', '', '-a', 'a.git', 'a.lock', 'a.', 'ä'])(
  'refuses the repository name %j',
  name => {
    expect(() => read({ repositories: [{ name }] })).toThrow(/repositories/);
  },
);

it('refuses a name twice and an owner that is no entity', () => {
  const repositories = [{ name: 'a' }, { name: 'a' }];
  expect(() => read({ repositories })).toThrow(/names a twice/);
  expect(() => read({ owners: { '@a': 'hanako' } })).toThrow(/owners\["@a"\]/);
});
