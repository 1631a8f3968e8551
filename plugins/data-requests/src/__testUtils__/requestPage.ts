import type {
  DataRequest,
  DataRequestsClient,
  TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestChanges } from '../api/useRequest';
import { fakeClient } from './fakeClient';
import { HEAD_SHA, KENJI, REQUEST_ID, someChanges } from './fixtures';

/** Address of the page of {@link aRequest}. */
export const REQUEST_PATH = `/data-requests/requests/${REQUEST_ID}`;

/** What a reviewer may do. */
export const MAY_REVIEW = {
  comment: true,
  approve: true,
  requestChanges: true,
} as const;

/** What an author may do while it is reviewed. */
export const MAY_CHANGE = {
  comment: true,
  update: true,
  withdraw: true,
} as const;

/** A server that knows one request. */
export function clientOf(
  request: DataRequest,
  over: Partial<DataRequestsClient> = {},
  changes: RequestChanges = someChanges(),
): DataRequestsClient {
  return fakeClient({
    getRequest: async () => request,
    getTimeline: async () => ({ items: [] }),
    getChanges: async () => changes,
    findDuplicates: async () => ({ items: [] }),
    ...over,
  });
}

/** The same, with a timeline. */
export function clientWith(
  request: DataRequest,
  items: readonly TimelineEntry[],
  over: Partial<DataRequestsClient> = {},
  changes?: RequestChanges,
): DataRequestsClient {
  return clientOf(
    request,
    { getTimeline: async () => ({ items: [...items] }), ...over },
    changes,
  );
}

type CommentEntry = Extract<TimelineEntry, { type: 'commented' }>;

/** A comment of Kenji, at the head unless said otherwise. */
export function aComment(over: Partial<CommentEntry> = {}): CommentEntry {
  return {
    type: 'commented',
    sequence: 3,
    at: '2026-11-20T01:00:00.000Z',
    actor: KENJI,
    body: 'Which shops?',
    comment: 'c-1',
    headSha: HEAD_SHA,
    ...over,
  };
}

/** A review waits until the files that it judges are there. */
export async function pressWhenReady(name: string) {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}
