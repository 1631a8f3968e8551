import type { Caller } from '@suido/backend-kit';
import type {
  RequestSpec,
  DataRequest,
  FileChange,
  NewComment,
  RequestCommit,
  RequestState,
  RequestSummary,
  ReviewVerdict,
  Sample,
  TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import {
  requestCreatePermission,
  requestMergePermission,
  requestReadPermission,
  requestReviewPermission,
  requestUpdatePermission,
} from '@suido/backstage-plugin-data-requests-common';
import { requestNotFound } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import { computeAbilities, isUpdatable } from './abilities';
import type { AuthoringService } from './AuthoringService';
import type { DuplicateService } from './DuplicateService';
import type { RequestGate } from '../permissions/RequestGate';
import { toDataRequest, toSummary } from './presentRequest';
import type { ReadService, RequestChanges } from './ReadService';
import type { ComputedEffect, RequestHistory } from './RequestHistory';
import type { ReviewService } from './ReviewService';
import type { SubmissionService } from './SubmissionService';
import type { SuggestionService } from './SuggestionService';
import type { WaitingService } from './WaitingService';

/** What a list asks for. */
export interface ListInput {
  readonly view: 'all' | 'mine' | 'to-review';
  readonly state?: RequestState | RequestState[];
  readonly dataset?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * The door to requests: first the permission, then the rule of the service
 * behind it, and with each answer what the caller may do next.
 *
 * @remarks
 * A request that the caller may not read answers as one that does not exist.
 */
export class AuthorizedRequestService {
  readonly #gate: RequestGate;
  readonly #reading: ReadService;
  readonly #submission: SubmissionService;
  readonly #authoring: AuthoringService;
  readonly #reviewing: ReviewService;
  readonly #suggestions: SuggestionService;
  readonly #history: RequestHistory;
  readonly #duplicates: DuplicateService;
  readonly #waiting: WaitingService;

  constructor(options: {
    gate: RequestGate;
    reading: ReadService;
    submission: SubmissionService;
    authoring: AuthoringService;
    reviewing: ReviewService;
    suggestions: SuggestionService;
    history: RequestHistory;
    duplicates: DuplicateService;
    waiting: WaitingService;
  }) {
    this.#gate = options.gate;
    this.#reading = options.reading;
    this.#submission = options.submission;
    this.#authoring = options.authoring;
    this.#reviewing = options.reviewing;
    this.#suggestions = options.suggestions;
    this.#history = options.history;
    this.#duplicates = options.duplicates;
    this.#waiting = options.waiting;
  }

  async list(
    input: ListInput,
    caller: Caller,
  ): Promise<{ items: RequestSummary[]; nextCursor?: string }> {
    const readable = await this.#gate.readable(caller.credentials);
    const { items, nextCursor } = await this.#reading.list({
      view: input.view,
      viewer: caller.user,
      states: input.state === undefined ? undefined : [input.state].flat(),
      dataset: input.dataset,
      cursor: input.cursor,
      limit: input.limit,
      allowed: readable === 'all' ? undefined : readable,
    });
    return { items: items.map(toSummary), nextCursor };
  }

  async get(id: string, caller: Caller): Promise<DataRequest> {
    return this.#present(await this.#readable(id, caller), caller);
  }

  async timeline(id: string, caller: Caller): Promise<TimelineEntry[]> {
    await this.#readable(id, caller);
    return this.#reading.timeline(id);
  }

  async changes(id: string, caller: Caller): Promise<RequestChanges> {
    await this.#readable(id, caller);
    return this.#reading.changes(id, caller);
  }

  async commits(id: string, caller: Caller): Promise<RequestCommit[]> {
    await this.#readable(id, caller);
    return this.#history.commits(id);
  }

  async compareFiles(
    id: string,
    range: { from: string; to: string },
    caller: Caller,
  ): Promise<FileChange[]> {
    await this.#readable(id, caller);
    return this.#history.compareFiles(id, range);
  }

  async effect(
    id: string,
    range: { from: string; to: string },
    options: { caller: Caller; signal?: AbortSignal },
  ): Promise<ComputedEffect> {
    await this.#readable(id, options.caller);
    return this.#history.effect(id, range, options);
  }

  async sample(id: string, caller: Caller): Promise<Sample> {
    await this.#readable(id, caller);
    return this.#reading.sample(id, caller.credentials);
  }

  async submit(
    input: { draftId: string; spec: RequestSpec },
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#present(await this.#submission.submit(input, caller), caller);
  }

  async update(
    id: string,
    input: { spec: RequestSpec; headSha: string },
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#require(id, requestUpdatePermission, caller);
    await this.#requireDifferences(id, input, caller);
    return this.#present(
      await this.#authoring.update(id, input, caller),
      caller,
    );
  }

  async withdraw(id: string, caller: Caller): Promise<DataRequest> {
    await this.#require(id, requestUpdatePermission, caller);
    return this.#present(await this.#authoring.withdraw(id, caller), caller);
  }

  async retry(id: string, caller: Caller): Promise<DataRequest> {
    await this.#require(id, requestUpdatePermission, caller);
    return this.#present(await this.#authoring.retry(id, caller), caller);
  }

  async comment(
    id: string,
    input: NewComment,
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#readable(id, caller);
    return this.#present(
      await this.#reviewing.comment(id, input, caller),
      caller,
    );
  }

  async applySuggestion(
    id: string,
    comment: string,
    input: { headSha: string },
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#require(id, requestUpdatePermission, caller);
    return this.#present(
      await this.#suggestions.apply(id, comment, input, caller),
      caller,
    );
  }

  async review(
    id: string,
    input: { verdict: ReviewVerdict; body: string; headSha: string },
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#require(id, requestReviewPermission, caller);
    return this.#present(
      await this.#reviewing.review(id, input, caller),
      caller,
    );
  }

  async merge(
    id: string,
    input: { headSha: string },
    caller: Caller,
  ): Promise<DataRequest> {
    await this.#require(id, requestMergePermission, caller);
    return this.#present(
      await this.#reviewing.merge(id, input, caller),
      caller,
    );
  }

  /**
   * @throws `NotAllowedError` for whoever may read no request at all;
   *   `NotFoundError` for one that the caller may not read, exactly as for one
   *   that does not exist
   */
  async #readable(id: string, caller: Caller): Promise<StoredRequest> {
    await this.#gate.readable(caller.credentials);
    const request = await this.#reading.get(id);
    const [isReadable] = await this.#gate.allows(
      id,
      [requestReadPermission],
      caller.credentials,
    );
    if (!isReadable) {
      throw requestNotFound(id);
    }
    return request;
  }

  /** What cannot be changed like this anyway is refused as that, behind us. */
  async #requireDifferences(
    id: string,
    { spec, headSha }: { spec: RequestSpec; headSha: string },
    caller: Caller,
  ): Promise<void> {
    const request = await this.#reading.get(id);
    if (
      isUpdatable(request) &&
      request.proposal?.headSha === headSha &&
      request.target === spec.target
    ) {
      await this.#duplicates.requireDifferences(spec, caller, id);
    }
  }

  /** Whoever acts on a request must also be allowed to see it. */
  async #require(
    id: string,
    permission: typeof requestUpdatePermission,
    caller: Caller,
  ): Promise<void> {
    await this.#readable(id, caller);
    await this.#gate.requireOn(id, permission, caller.credentials);
  }

  async #present(request: StoredRequest, caller: Caller): Promise<DataRequest> {
    const [update, review, merge] = await this.#gate.allows(
      request.id,
      [
        requestUpdatePermission,
        requestReviewPermission,
        requestMergePermission,
      ],
      caller.credentials,
    );
    return toDataRequest(request, {
      abilities: computeAbilities(request, caller.user?.userEntityRef, {
        update,
        review,
        merge,
      }),
      waiting: await this.#waiting.describe(request, caller),
    });
  }
}
