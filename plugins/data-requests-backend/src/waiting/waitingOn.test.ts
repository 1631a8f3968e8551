import {
  REQUEST_STATES,
  waitingSchema,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import { storedRequest } from '../__testUtils__/storedRequest';
import { waitingOn } from './waitingOn';

const HANAKO = 'user:default/hanako.sato';
const TOM = 'user:default/tom.wilson';
const ENGINEERS = 'group:default/data-engineering';
const SALES = 'group:default/sales';

const request = (state: RequestState, overrides: object = {}) =>
  storedRequest({
    state,
    stateSince: '2026-11-21T01:02:03.000Z',
    requester: HANAKO,
    authors: [HANAKO, TOM],
    reviewers: [ENGINEERS, TOM, SALES],
    evaluation: {
      checks: [],
      explanation: [],
      reviewers: [ENGINEERS, undefined, TOM, ENGINEERS].map(entityRef => ({
        handle: '@x',
        entityRef,
        pattern: '*',
        paths: [],
      })),
    },
    ...overrides,
  });

describe('waitingOn', () => {
  it.each<[RequestState, string, string[]]>([
    ['draft', 'author', [HANAKO]],
    ['checking', 'portal', []],
    ['in-review', 'reviewers', [ENGINEERS, SALES]],
    ['changes-requested', 'author', [HANAKO]],
    ['approved', 'mergers', [ENGINEERS]],
    ['merged', 'portal', []],
    ['deployed', 'nobody', []],
    ['granted', 'nobody', []],
    ['expired', 'nobody', []],
    ['revoked', 'nobody', []],
    ['withdrawn', 'nobody', []],
    ['lapsed', 'nobody', []],
    ['conflicted', 'author', [HANAKO]],
    ['failed', 'author', [HANAKO]],
  ])('says whose move it is while %s', (state, on, people) => {
    const waiting = waitingOn(request(state));
    expect(waitingSchema.parse(waiting)).toEqual({
      on,
      people,
      since: '2026-11-21T01:02:03.000Z',
    });
  });

  it('knows every state', () => {
    for (const state of REQUEST_STATES) {
      expect(waitingOn(request(state)).on).toEqual(expect.any(String));
    }
  });

  it('waits for the reviewers where the portal knows no owner to merge', () => {
    const { people } = waitingOn(
      request('approved', {
        evaluation: { checks: [], explanation: [], reviewers: [] },
      }),
    );
    expect(people).toEqual([ENGINEERS, SALES]);
  });
});
