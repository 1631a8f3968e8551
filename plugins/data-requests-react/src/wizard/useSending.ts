import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DataRequest,
  DataRequestsClient,
  MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { useState } from 'react';
import { dataRequestsApiRef } from '../api';
import type { DraftSaver } from '../draft';

/** Sending a request, at most once at a time. */
export interface Sending {
  readonly send: () => void;
  readonly isSending: boolean;
  /** Why the spec, as it is now, was not sent. */
  readonly error?: Error;
}

/** A sent request that the form changes, and the commit it was read at. @public */
export interface RevisedRequest {
  readonly id: string;
  readonly headSha: string;
}

/**
 * Sends the request under the id of its draft: sent again after a lost answer
 * it is the same request. The saving of the draft rests meanwhile, so that it
 * does not come back to life after it became a request. A revision changes
 * the same request instead, and its draft has then done its duty.
 */
export function useSending(
  spec: MartSpec,
  saver: DraftSaver,
  onSubmitted: (request: DataRequest) => void,
  revises?: RevisedRequest,
): Sending {
  const api = useApi(dataRequestsApiRef);
  const [isSending, setIsSending] = useState(false);
  const [refused, setRefused] = useState<{ spec: MartSpec; error: Error }>();
  const send = async () => {
    setIsSending(true);
    setRefused(undefined);
    try {
      await saver.pause();
      onSubmitted(
        revises
          ? await revise(api, saver, revises, spec)
          : await api.submit({ body: { draftId: saver.draftId, spec } }),
      );
    } catch (failure) {
      setRefused({ spec, error: toError(failure) });
      saver.resume();
    } finally {
      setIsSending(false);
    }
  };
  return {
    send: () => void send(),
    isSending,
    error: refused?.spec === spec ? refused.error : undefined,
  };
}

async function revise(
  api: DataRequestsClient,
  saver: DraftSaver,
  { id, headSha }: RevisedRequest,
  spec: MartSpec,
): Promise<DataRequest> {
  const request = await api.update({ params: { id }, body: { spec, headSha } });
  if (saver.revision > 0) {
    // The request is changed by now; a draft that stays is no failure of it.
    await api.deleteDraft({ params: { id: saver.draftId } }).catch(() => {});
  }
  return request;
}
