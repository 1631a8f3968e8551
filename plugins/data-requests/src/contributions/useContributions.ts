import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { SWRResponse } from 'swr';
import { useAllRequests, type AllRequests } from '../api/useAllRequests';

const MERGED_STATES: readonly RequestState[] = ['merged', 'deployed'];

/** The reader's requests that brought a mart, newest first. */
export function useContributions(): SWRResponse<AllRequests, Error> {
  return useAllRequests('mine', MERGED_STATES);
}
