import type { TimelineEntry } from '@suido/backstage-plugin-data-requests-common';
import { screen, within } from '@testing-library/react';
import {
  aRequest,
  HANAKO,
  HEAD_SHA,
  KENJI,
} from '../../__testUtils__/fixtures';
import { renderPages } from '../../__testUtils__/renderPages';
import {
  aComment,
  clientWith,
  REQUEST_PATH,
} from '../../__testUtils__/requestPage';

const OLD_SHA = 'd'.repeat(40);
const at = '2026-11-20T01:00:00.000Z';

const TIMELINE: TimelineEntry[] = [
  { type: 'proposed', sequence: 1, at, number: 7, headSha: OLD_SHA },
  {
    type: 'reviewed',
    sequence: 2,
    at,
    actor: KENJI,
    verdict: 'approve',
    body: 'Reads well',
    headSha: OLD_SHA,
  },
  {
    type: 'updated',
    sequence: 3,
    at,
    actor: HANAKO,
    revision: 2,
    headSha: HEAD_SHA,
  },
  {
    type: 'suggestion-applied',
    sequence: 4,
    at,
    actor: HANAKO,
    comment: 'c-1',
    headSha: HEAD_SHA,
  },
  aComment({ sequence: 5, comment: 'c-2', body: 'And the day?' }),
  aComment({
    sequence: 6,
    comment: 'c-3',
    inReplyTo: 'c-2',
    actor: HANAKO,
    body: 'Business day',
  }),
];

it('says that a new commit voids approvals, and shows what it changed', async () => {
  renderPages({
    path: REQUEST_PATH,
    client: clientWith(aRequest(), TIMELINE),
  });
  const approval = (await screen.findByText(/approved commit ddddddd/)).closest(
    'li',
  )!;
  expect(approval).toHaveTextContent('No longer counts');
  const update = screen
    .getByText(/changed the request \(revision 2, commit aaaaaaa\)/)
    .closest('li')!;
  expect(update).toHaveTextContent(
    'The approval of commit ddddddd no longer counts and is asked for again: kenji.tanaka',
  );
  expect(
    within(update).getByRole('link', { name: 'What changed' }),
  ).toHaveAttribute(
    'href',
    `${REQUEST_PATH}?part=commits&from=${OLD_SHA}&to=${HEAD_SHA}`,
  );
  expect(
    screen.getByText(/applied a suggestion as commit aaaaaaa/),
  ).toBeVisible();
});

it('keeps an answer with what it answers', async () => {
  renderPages({
    path: REQUEST_PATH,
    client: clientWith(aRequest(), TIMELINE),
  });
  const thread = await screen.findByRole('article', {
    name: 'Comment on the request',
  });
  expect(thread).toHaveTextContent('And the day?');
  expect(thread).toHaveTextContent('Business day');
  expect(screen.getAllByText('Business day')).toHaveLength(1);
});
