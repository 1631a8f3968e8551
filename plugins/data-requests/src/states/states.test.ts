import { REQUEST_STATES } from '@suido/backstage-plugin-data-requests-common';
import { pollInterval } from '../api/pollInterval';
import { lifeCycle, STATIONS } from './lifeCycle';
import { waitsFor } from './whoIsNext';

describe('waitsFor', () => {
  it.each([
    ['in-review', 'reviewers'],
    ['approved', 'merger'],
    ['merged', 'portal'],
    ['deployed', 'nobody'],
  ] as const)('%s waits for %s', (state, waiter) => {
    expect(waitsFor({ state, requester: 'user:default/a' })).toBe(waiter);
  });

  it('calls the requester "you" only where the requester is to act', () => {
    const requester = 'user:default/a';
    expect(waitsFor({ state: 'failed', requester }, requester)).toBe('you');
    expect(waitsFor({ state: 'failed', requester }, 'user:default/b')).toBe(
      'requester',
    );
    expect(waitsFor({ state: 'in-review', requester }, requester)).toBe(
      'reviewers',
    );
  });

  it('calls whoever may approve or merge "you"', () => {
    const requester = 'user:default/a';
    const abilities = { approve: true, merge: false };
    expect(waitsFor({ state: 'in-review', requester, abilities })).toBe('you');
    expect(waitsFor({ state: 'approved', requester, abilities })).toBe(
      'merger',
    );
    expect(
      waitsFor({
        state: 'approved',
        requester,
        abilities: { approve: false, merge: true },
      }),
    ).toBe('you');
  });
});

describe('lifeCycle', () => {
  it.each(REQUEST_STATES)('places %s on the way', state => {
    const { done } = lifeCycle(state, true);
    expect(done).toBeGreaterThanOrEqual(0);
    expect(done).toBeLessThanOrEqual(STATIONS.length);
  });

  it('stops before the review where no pull request was opened', () => {
    const stopped = { stopped: true, broken: true };
    expect(lifeCycle('failed', false)).toEqual({ done: 0, ...stopped });
    expect(lifeCycle('conflicted', true)).toEqual({ done: 1, ...stopped });
  });

  it('calls nothing broken that somebody wished so', () => {
    expect(lifeCycle('withdrawn', true)).toEqual({
      done: 1,
      stopped: true,
      broken: false,
    });
    expect(lifeCycle('approved', true).broken).toBe(false);
  });
});

describe('pollInterval', () => {
  const now = Date.parse('2026-11-20T01:00:00Z');
  it.each([
    ['checking', '2026-11-20T00:59:00Z', 2_000],
    ['merged', '2026-11-20T00:59:00Z', 2_000],
    ['merged', '2026-11-20T00:00:00Z', 15_000],
    ['in-review', '2026-11-20T00:59:00Z', 15_000],
  ] as const)('%s since %s: %i ms', (state, stateSince, expected) => {
    expect(pollInterval({ state, stateSince }, now)).toBe(expected);
  });

  it('rests while nothing is known', () => {
    expect(pollInterval(undefined, now)).toBe(15_000);
  });
});
