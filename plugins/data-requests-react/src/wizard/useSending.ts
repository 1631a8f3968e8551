import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DataRequest,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useState } from 'react';
import { dataRequestsApiRef } from '../api';
import type { DraftSaver } from '../draft';

/** Sending a request, at most once at a time. */
export interface Sending {
  readonly send: (spec: MartSpec) => void;
  readonly isSending: boolean;
  readonly error?: Error;
}

/**
 * Sends the request under the id of its draft: sent again after a lost answer
 * it is the same request. The saving of the draft rests meanwhile, so that it
 * does not come back to life after it became a request.
 */
export function useSending(
  saver: DraftSaver,
  onSubmitted: (request: DataRequest) => void,
): Sending {
  const api = useApi(dataRequestsApiRef);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<Error>();
  const send = async (spec: MartSpec) => {
    setIsSending(true);
    setError(undefined);
    try {
      await saver.pause();
      onSubmitted(await api.submit({ body: { draftId: saver.draftId, spec } }));
    } catch (failure) {
      setError(toError(failure));
      saver.resume();
    } finally {
      setIsSending(false);
    }
  };
  return { send: spec => void send(spec), isSending, error };
}
