import {
  OPEN_STATES,
  REQUEST_STATES,
} from '@suido/backstage-plugin-data-requests-common';
import type { Proposal } from '@suido/backstage-plugin-data-requests-node';
import fc from 'fast-check';
import { sha } from '../__testUtils__/FakeForge';
import { storedRequest } from '../__testUtils__/storedRequest';
import type { StoredRequest } from '../database/StoredRequest';
import { followProposal } from './followProposal';

const HEADS = [sha('head'), sha('new head')];

const proposals = fc.record<Proposal>({
  number: fc.constant(1),
  branch: fc.constant('suido/data-mart/01kaj'),
  title: fc.constant('Add'),
  status: fc.constantFrom('open', 'merged', 'closed'),
  headSha: fc.constantFrom(...HEADS),
  baseSha: fc.constant(sha('base')),
  mergeSha: fc.constantFrom(undefined, sha('merge')),
  authors: fc.subarray(['user:default/hanako.sato', 'user:default/x']),
  reviews: fc.array(
    fc.record({
      actor: fc.constantFrom('user:default/a', 'user:default/b'),
      verdict: fc.constantFrom('approve', 'request-changes'),
      body: fc.constant(''),
      headSha: fc.constantFrom(...HEADS),
      at: fc.constant('2026-11-21T01:00:00.000Z'),
    }),
    { maxLength: 5 },
  ),
  comments: fc.array(
    fc.record({
      id: fc.uuid(),
      headSha: fc.constantFrom(...HEADS),
      actor: fc.constant('user:default/a'),
      body: fc.constant('?'),
      at: fc.constant('2026-11-21T00:30:00.000Z'),
    }),
    { maxLength: 3 },
  ),
});
const requests = fc
  .record({
    state: fc.constantFrom(...REQUEST_STATES),
    nextStep: fc.constantFrom(undefined, 'update' as const),
  })
  .map(storedRequest);

function after(request: StoredRequest, proposal: Proposal): StoredRequest {
  const change = followProposal(request, proposal, { hasConflicts: false });
  return { ...request, ...change?.patch };
}

describe('followProposal', () => {
  it('says after one time all that the proposal says', () => {
    fc.assert(
      fc.property(requests, proposals, (request, proposal) => {
        const followed = after(request, proposal);
        expect(
          followProposal(followed, proposal, { hasConflicts: false }),
        ).toBeUndefined();
        expect(followed.proposal?.headSha).toBe(proposal.headSha);
        expect(followed.authors).toEqual(
          expect.arrayContaining([...request.authors, ...proposal.authors]),
        );
      }),
    );
  });

  it('calls approved only what somebody approved at the head, and nobody objects to', () => {
    fc.assert(
      fc.property(proposals, proposal => {
        fc.pre(after(storedRequest(), proposal).state === 'approved');
        const lastWords = new Map(
          proposal.reviews
            .filter(review => review.headSha === proposal.headSha)
            .map(review => [review.actor, review.verdict]),
        );
        expect(new Set(lastWords.values())).toEqual(new Set(['approve']));
      }),
    );
  });

  it('never reopens a request that is closed', () => {
    const openStates: readonly string[] = OPEN_STATES;
    fc.assert(
      fc.property(requests, proposals, (request, proposal) => {
        fc.pre(!openStates.includes(request.state));
        const { state } = after(request, proposal);
        expect([request.state, 'merged']).toContain(state);
      }),
    );
  });

  it('tells reviews and comments once, in the order of their times', () => {
    const proposal: Proposal = {
      number: 1,
      branch: 'b',
      title: 't',
      status: 'open',
      headSha: sha('head'),
      baseSha: sha('base'),
      authors: [],
      reviews: [
        {
          actor: 'user:default/a',
          verdict: 'approve',
          body: 'Good',
          headSha: sha('head'),
          at: '2026-11-21T02:00:00.000Z',
        },
      ],
      comments: ['01', '03'].map(hour => ({
        id: hour,
        headSha: sha('head'),
        actor: 'user:default/b',
        body: hour,
        at: `2026-11-21T${hour}:00:00.000Z`,
      })),
    };
    const change = followProposal(
      storedRequest({ commentsSeen: 1 }),
      proposal,
      { hasConflicts: false, actor: 'user:default/a' },
    );
    expect(change).toMatchObject({
      actor: 'user:default/a',
      patch: { state: 'approved', reviewsSeen: 1, commentsSeen: 2 },
      entries: [
        { type: 'reviewed', body: 'Good' },
        { type: 'commented', comment: '03', body: '03' },
      ],
    });
  });
});
