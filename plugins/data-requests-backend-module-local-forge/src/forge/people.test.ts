import { signatures } from '../git/identity';
import { personResolver, shownCommit } from './branchCommits';

const author = {
  userEntityRef: 'user:default/hanako.sato',
  displayName: '佐藤 花子',
  ownershipEntityRefs: [],
};
const stranger = {
  name: 'X',
  email: 'x@example.com',
  timestamp: 0,
  timezoneOffset: 0,
};
const commit = {
  sha: 'a'.repeat(40),
  tree: 'b'.repeat(40),
  parent: [],
  ...signatures(author, new Date(0)),
};

describe('people behind commits', () => {
  const personOf = personResolver(
    new Map([
      ['kenji@example.com', 'user:default/kenji'],
      ['team@example.com', 'group:default/sales'],
      ['bot@example.com', undefined],
    ]),
  );

  it.each([
    ['hanako@users.noreply.suido.localhost', 'user:default/hanako'],
    ['Ops+Yuki@USERS.noreply.suido.localhost', 'user:ops/yuki'],
    ['Kenji@example.com', 'user:default/kenji'],
    ['team@example.com', undefined],
    ['bot@example.com', undefined],
    ['hanako@example.com', undefined],
    ['a@b@users.noreply.suido.localhost', undefined],
    ['suido@localhost', undefined],
    ['@users.noreply.suido.localhost', undefined],
    ['', undefined],
  ])('%s is %s', (email, expected) => {
    expect(personOf(email)).toBe(expected);
  });

  it.each([
    ['user:default/hanako.sato', 'user:default/hanako.sato'],
    ['user:ops/Yuki', 'user:ops/yuki'],
  ])('finds %s again in what it signs', (userEntityRef, expected) => {
    const { email } = signatures({ ...author, userEntityRef }).author;
    expect(personOf(email)).toBe(expected);
  });

  it('takes for its own only what it committed itself', () => {
    const proposal = { idempotencyKey: 'mine' };
    const origin = (message: string, more: object = {}) =>
      shownCommit({ ...commit, message, ...more }, proposal, personOf);
    expect(origin('Add\n\nSuido-Request: mine\n')).toEqual({
      sha: commit.sha,
      at: '1970-01-01T00:00:00.000Z',
      title: 'Add',
      author: { entityRef: 'user:default/hanako.sato', name: '佐藤 花子' },
      origin: 'portal',
    });
    expect(origin('Add\n\nSuido-Request: other\n').origin).toBe('person');
    expect(origin('Do\n\nSuggested-by: x\nSuido-Comment: 4\n')).toMatchObject({
      origin: 'suggestion',
      comment: '4',
    });
    for (const message of [
      'Add\n\nSuido-Request: mine\n',
      'Add\n\nSuido-Comment: 4\n',
      'Suido-Comment: 4\n\nNot a trailer\n',
    ]) {
      expect(origin(message, { committer: stranger })).toMatchObject({
        origin: 'person',
      });
    }
  });
});
