import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { HANAKO, KENJI } from '../../__testUtils__/fixtures';
import { voidedApprovals } from './approvals';

const OLD = 'd'.repeat(40);
const NEW = 'e'.repeat(40);
const at = '2026-11-20T01:00:00.000Z';

function approval(
  sequence: number,
  actor: string,
  headSha: string,
): TimelineEntry {
  return {
    type: 'reviewed',
    sequence,
    at,
    actor,
    verdict: 'approve',
    body: '',
    headSha,
  };
}

const update: TimelineEntry = {
  type: 'updated',
  sequence: 5,
  at,
  actor: HANAKO,
  revision: 2,
  headSha: NEW,
};

it('a new commit voids what was approved before it', () => {
  expect(
    voidedApprovals(
      [approval(1, KENJI, OLD), update, approval(6, KENJI, NEW)],
      NEW,
    ),
  ).toEqual([{ approval: 1, by: KENJI, headSha: OLD, voidedBy: 5 }]);
});

it('an applied suggestion is a new commit', () => {
  const applied: TimelineEntry = {
    type: 'suggestion-applied',
    sequence: 5,
    at,
    comment: 'c',
    headSha: NEW,
  };
  expect(
    voidedApprovals([approval(1, KENJI, OLD), applied], NEW),
  ).toMatchObject([{ approval: 1, voidedBy: 5 }]);
});

it('a commit pushed with git voids too, though no entry tells of it', () => {
  expect(voidedApprovals([approval(1, KENJI, OLD)], NEW)).toMatchObject([
    { approval: 1, voidedBy: undefined },
  ]);
});

it('the last word of a reviewer counts, and what stands is not void', () => {
  const refusal: TimelineEntry = {
    ...approval(2, KENJI, OLD),
    type: 'reviewed',
    verdict: 'request-changes',
    body: '',
    headSha: OLD,
  };
  expect(
    voidedApprovals([approval(1, KENJI, OLD), refusal, update], NEW),
  ).toEqual([]);
  expect(voidedApprovals([approval(1, KENJI, NEW)], NEW)).toEqual([]);
});
