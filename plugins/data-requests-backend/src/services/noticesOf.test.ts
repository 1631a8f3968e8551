import type {
  ForgeComment,
  ForgeCommit,
  ForgeReview,
  Proposal,
} from '@suido/backstage-plugin-data-requests-node';
import { sha } from '../__testUtils__/FakeForge';
import { storedRequest } from '../__testUtils__/storedRequest';
import { noticesOf, type NoticeFacts } from './noticesOf';

const AUTHOR = 'user:default/hanako.sato';
const user = (name: string) => `user:default/${name}`;
const at = (hour: number) =>
  `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`;

const comment = (
  id: string,
  hour: number,
  more: Partial<ForgeComment> = {},
): ForgeComment => ({
  id,
  actor: user(id),
  body: '?',
  headSha: sha('head'),
  at: at(hour),
  ...more,
});
const review = (
  name: string,
  hour: number,
  verdict: ForgeReview['verdict'] = 'approve',
  headSha = sha('head'),
): ForgeReview => ({
  actor: user(name),
  verdict,
  body: '',
  headSha,
  at: at(hour),
});
const commit = (more: Partial<ForgeCommit> = {}): ForgeCommit => ({
  sha: sha('new'),
  at: at(9),
  title: 'T',
  author: { entityRef: AUTHOR, name: 'Hanako' },
  origin: 'portal',
  ...more,
});

function notices(
  proposal: Partial<Proposal>,
  facts: NoticeFacts = {},
  commentsSeen = 0,
) {
  return noticesOf(
    storedRequest({ commentsSeen }),
    {
      number: 1,
      branch: 'b',
      title: 't',
      status: 'open',
      headSha: sha('head'),
      baseSha: sha('base'),
      authors: [],
      reviews: [],
      comments: [],
      ...proposal,
    },
    facts,
  );
}

describe('noticesOf', () => {
  it('tells authors, reviewers and the thread of a comment, not who spoke', () => {
    const comments = [
      comment('root', 1),
      comment('elsewhere', 2),
      comment('answer', 3, { inReplyTo: 'root' }),
      comment('last', 4, { inReplyTo: 'answer' }),
    ];
    const reviews = [review('reviewer', 1, 'request-changes')];
    expect(
      notices({ comments, reviews, authors: [user('pusher')] }, {}, 3),
    ).toEqual([
      {
        kind: 'commented',
        actor: user('last'),
        recipients: [
          AUTHOR,
          user('pusher'),
          user('reviewer'),
          user('root'),
          user('answer'),
        ],
      },
    ]);
    expect(notices({ comments, reviews }, {}, 4)).toEqual([]);
    // An author who answers is not told of it.
    const own = [comment('x', 1), comment('y', 2, { actor: AUTHOR })];
    expect(notices({ comments: own }, {}, 1)).toEqual([]);
  });

  it('comes to an end where comments answer each other in a ring', () => {
    const comments = [
      comment('a', 1, { inReplyTo: 'b' }),
      comment('b', 2, { inReplyTo: 'a' }),
    ];
    expect(notices({ comments }, {}, 1)).toMatchObject([
      { recipients: [AUTHOR] },
    ]);
  });

  it('tells those whose standing approval a new commit voids', () => {
    const moved = {
      headSha: sha('new'),
      reviews: [
        review('kenji', 1),
        review('maria', 1),
        review('maria', 2, 'request-changes'),
        review('tom', 1, 'approve', sha('older')),
        review('yuki', 1),
      ],
    };
    expect(notices(moved, { actor: user('yuki') })).toEqual([
      {
        kind: 'approval-voided',
        actor: user('yuki'),
        recipients: [user('kenji')],
      },
    ]);
    // Whoever pushed it needs no telling either.
    const pushed = [
      commit({ author: { entityRef: user('kenji'), name: 'K' } }),
    ];
    expect(notices(moved, { commits: pushed })).toMatchObject([
      { recipients: [user('yuki')] },
    ]);
    expect(notices({ ...moved, status: 'merged' })).toEqual([]);
    expect(notices({ reviews: moved.reviews })).toEqual([]);
  });

  it('tells who suggested what was applied', () => {
    const comments = [comment('s', 1, { suggestion: 'x' })];
    const commits = [
      commit(),
      commit({ sha: sha('applied'), origin: 'suggestion', comment: 's' }),
      commit({ origin: 'suggestion', comment: 'gone' }),
    ];
    expect(notices({ comments }, { commits }, 1)).toEqual([
      {
        kind: 'suggestion-applied',
        comment: 's',
        actor: AUTHOR,
        recipients: [user('s')],
      },
    ]);
    const own = [comment('s', 1, { suggestion: 'x', actor: AUTHOR })];
    expect(notices({ comments: own }, { commits }, 1)).toEqual([]);
  });

  it('tells nobody who acted before reading was as restricted as now', () => {
    const comments = [
      comment('early', 1, { suggestion: 'x' }),
      comment('late', 5, { inReplyTo: 'early' }),
      comment('now', 6, { inReplyTo: 'early' }),
    ];
    const found = notices(
      {
        comments,
        headSha: sha('new'),
        reviews: [review('old', 2), review('young', 5)],
      },
      {
        readableSince: at(4),
        commits: [commit({ origin: 'suggestion', comment: 'early' })],
      },
      2,
    );
    expect(found).toMatchObject([
      {
        kind: 'commented',
        recipients: [AUTHOR, user('young'), user('late')],
      },
      { kind: 'approval-voided', recipients: [user('young')] },
    ]);
  });
});
