import type { DataRequest } from '@suido/backstage-plugin-data-requests-common';
import useSWR, { type KeyedMutator, type SWRResponse } from 'swr';
import { pollInterval } from './pollInterval';
import { retryUnlessAnswered } from './retryUnlessAnswered';
import { useDataRequests } from './useDataRequests';

const OPTIONS = { shouldRetryOnError: retryUnlessAnswered };

/** One request, read again while it moves. */
export function useRequest(id: string): SWRResponse<DataRequest, Error> {
  const client = useDataRequests();
  return useSWR<DataRequest, Error>(
    ['data-requests', 'request', id],
    () => client.getRequest({ params: { id } }),
    {
      ...OPTIONS,
      refreshInterval: latest => pollInterval(latest, Date.now()),
    },
  );
}

/** Changes what {@link useRequest} holds. */
export type MutateRequest = KeyedMutator<DataRequest>;

/** The timeline, read again whenever the request's `updatedAt` moves. */
export function useTimeline(request: DataRequest) {
  const client = useDataRequests();
  return useSWR(
    ['data-requests', 'timeline', request.id, request.updatedAt],
    () => client.getTimeline({ params: { id: request.id } }),
    { ...OPTIONS, keepPreviousData: true, refreshInterval: 15_000 },
  );
}

/** Files, checks and reviewers at the head; nothing before the pull request is open. */
export function useChanges(request: DataRequest) {
  const client = useDataRequests();
  return useSWR(
    request.proposal && [
      'data-requests',
      'changes',
      request.id,
      request.proposal.headSha,
      request.state,
    ],
    () => client.getChanges({ params: { id: request.id } }),
    { ...OPTIONS, keepPreviousData: true, refreshInterval: 15_000 },
  );
}

/** Sample rows of the spec as it is now. */
export function useSample(request: DataRequest) {
  const client = useDataRequests();
  return useSWR(
    ['data-requests', 'sample', request.id, request.specHash],
    () => client.getSample({ params: { id: request.id } }),
    { ...OPTIONS, revalidateOnFocus: false },
  );
}

/** What {@link useChanges} reads. */
export type RequestChanges = NonNullable<ReturnType<typeof useChanges>['data']>;

/** Commits on the branch, oldest first; nothing before the pull request is open. */
export function useCommits(request: DataRequest) {
  const client = useDataRequests();
  return useSWR(
    request.proposal && [
      'data-requests',
      'commits',
      request.id,
      request.proposal.headSha,
    ],
    () => client.listCommits({ params: { id: request.id } }),
    { ...OPTIONS, keepPreviousData: true },
  );
}

/** What differs between two commits; that never changes, so it is read once. */
export function useCommitEffect(id: string, from: string, to: string) {
  const client = useDataRequests();
  return useSWR(
    from !== to && ['data-requests', 'effect', id, from, to],
    () => client.getEffect({ params: { id }, query: { from, to } }),
    {
      ...OPTIONS,
      revalidateIfStale: false,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
    },
  );
}
