import type {
  CommentAnchor,
  DataRequest,
  ReviewVerdict,
} from '@suido/backstage-plugin-data-requests-common';
import { describeError } from '@suido/react-kit';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { useDataRequests } from '../../api/useDataRequests';
import type { MutateRequest } from '../../api/useRequest';

/** What a reader can do to a request. */
export type RequestAct =
  | { readonly type: 'comment'; body: string; anchor?: CommentAnchor }
  | { readonly type: ReviewVerdict; body: string }
  | { readonly type: 'merge' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'retry' };

/** How the last act went. */
export type ActOutcome =
  | { readonly status: 'idle' }
  | { readonly status: 'busy'; readonly act: RequestAct['type'] }
  | { readonly status: 'done'; readonly act: RequestAct['type'] }
  /** The head or the state moved under the reader: nothing was written. */
  | { readonly status: 'moved' }
  | { readonly status: 'failed'; readonly error: Error };

/** Does things to a request and says how they went. */
export interface RequestActions {
  readonly outcome: ActOutcome;
  /** Resolves to whether it worked; never rejects. */
  readonly run: (act: RequestAct) => Promise<boolean>;
  /** Reads everything of the request again. */
  readonly reload: () => void;
}

/**
 * @param headSha - the commit that the reader was shown; reviews and merges
 * name it, so that nobody approves what they have not seen
 */
export function useRequestActions(
  request: DataRequest,
  mutateRequest: MutateRequest,
  headSha: string | undefined,
): RequestActions {
  const client = useDataRequests();
  const { mutate } = useSWRConfig();
  const [outcome, setOutcome] = useState<ActOutcome>({ status: 'idle' });
  const params = { id: request.id };

  const send = (act: RequestAct): Promise<DataRequest> => {
    switch (act.type) {
      case 'comment':
        return client.comment({
          params,
          body: { body: act.body, anchor: act.anchor },
        });
      case 'approve':
      case 'request-changes':
        return client.review({
          params,
          body: { verdict: act.type, body: act.body, headSha: seen(headSha) },
        });
      case 'merge':
        return client.merge({ params, body: { headSha: seen(headSha) } });
      case 'withdraw':
        return client.withdraw({ params });
      default:
        return client.retry({ params });
    }
  };

  const reload = () => {
    setOutcome({ status: 'idle' });
    mutate(key => isPartOf(key, request.id));
  };

  const run = async (act: RequestAct) => {
    setOutcome({ status: 'busy', act: act.type });
    try {
      const updated = await send(act);
      setOutcome({ status: 'done', act: act.type });
      await mutateRequest(updated, { revalidate: false });
      mutate(key => isPartOf(key, request.id) && key[1] !== 'request');
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

  return { outcome, run, reload };
}

function seen(headSha: string | undefined): string {
  if (!headSha) {
    throw new Error(
      'The files of the pull request are not loaded yet; wait a moment and try again.',
    );
  }
  return headSha;
}

function isPartOf(key: unknown, id: string): key is string[] {
  return Array.isArray(key) && key[0] === 'data-requests' && key[2] === id;
}
