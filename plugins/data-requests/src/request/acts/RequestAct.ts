import type {
  DataRequest,
  DataRequestsClient,
  NewComment,
  ReviewVerdict,
} from '@suido/backstage-plugin-data-requests-common';

/** What a reader can do to a request. */
export type RequestAct =
  | { readonly type: 'comment'; readonly comment: NewComment }
  /** Takes over the text that a comment suggests. */
  | { readonly type: 'apply'; readonly comment: string }
  | { readonly type: ReviewVerdict; readonly body: string }
  | { readonly type: 'merge' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'retry' };

/**
 * Sends an act to the server.
 * @param headSha - the commit that the reader was shown; what is done to a
 * commit names it, so that nobody approves or replaces what they have not seen
 * @throws `Error` where an act needs the commit and it is not known yet
 */
export function sendAct(
  client: DataRequestsClient,
  id: string,
  act: RequestAct,
  headSha: string | undefined,
): Promise<DataRequest> {
  const params = { id };
  switch (act.type) {
    case 'comment':
      return client.comment({ params, body: act.comment });
    case 'apply':
      return client.applySuggestion({
        params: { id, comment: act.comment },
        body: { headSha: seen(headSha) },
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
}

function seen(headSha: string | undefined): string {
  if (!headSha) {
    throw new Error(
      'The files of the pull request are not loaded yet; wait a moment and try again.',
    );
  }
  return headSha;
}
