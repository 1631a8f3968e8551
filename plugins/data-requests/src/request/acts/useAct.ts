import { describeError } from '@suido/react-kit';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { useDataRequests } from '../../api/useDataRequests';
import { useRequestContext } from '../RequestContext';
import { sendAct, type RequestAct } from './RequestAct';

/** How the last act went. */
export type ActOutcome =
  | { readonly status: 'idle' }
  | { readonly status: 'busy' }
  /** The head or the state moved under the reader: nothing was written. */
  | { readonly status: 'moved' }
  | { readonly status: 'failed'; readonly error: Error };

/** Does things to the request from one place of its page, and says there how they went. */
export interface ActRunner {
  readonly outcome: ActOutcome;
  readonly isBusy: boolean;
  /** Resolves to whether it worked; never rejects. */
  readonly run: (act: RequestAct) => Promise<boolean>;
  /** Reads everything of the request again. */
  readonly reload: () => void;
}

// The request comes with the answer; what lies between two commits never changes.
const NOT_READ_AGAIN = new Set(['request', 'effect', 'followed', 'duplicates']);

/** @see {@link ActRunner} */
export function useAct(): ActRunner {
  const client = useDataRequests();
  const { mutate } = useSWRConfig();
  const { request, mutateRequest, headSha, announceDone } = useRequestContext();
  const [outcome, setOutcome] = useState<ActOutcome>({ status: 'idle' });

  const reload = () => {
    setOutcome({ status: 'idle' });
    mutate(key => isPartOf(key, request.id));
  };

  const run = async (act: RequestAct) => {
    setOutcome({ status: 'busy' });
    try {
      const updated = await sendAct(client, request.id, act, headSha);
      setOutcome({ status: 'idle' });
      announceDone(act.type);
      await mutateRequest(updated, { revalidate: false });
      mutate(key => isPartOf(key, request.id) && !NOT_READ_AGAIN.has(key[1]));
      return true;
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      setOutcome(
        describeError(failure).kind === 'conflict'
          ? { status: 'moved' }
          : { status: 'failed', error: failure },
      );
      return false;
    }
  };

  return { outcome, isBusy: outcome.status === 'busy', run, reload };
}

function isPartOf(key: unknown, id: string): key is string[] {
  return Array.isArray(key) && key[0] === 'data-requests' && key[2] === id;
}
