import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import {
  REVIEWABLE_STATES,
  type NewComment,
  type RequestState,
  type ReviewVerdict,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestStore } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import type { ConnectedTarget, Targets } from '../targets/Targets';
import { isOwn } from './abilities';
import { requireUser } from './requireUser';
import type { ProposalFollower } from './ProposalFollower';
import type { RequestAnnouncer } from './RequestAnnouncer';
import { requireAnchored } from './requireAnchored';

/** What the reviewers' side needs. */
export interface ReviewServiceOptions {
  readonly store: RequestStore;
  readonly targets: Targets;
  readonly follower: ProposalFollower;
  readonly announcer: RequestAnnouncer;
  /** Called when a merge gave the worker something to do. */
  readonly onStep: () => void;
}

/**
 * What reviewers do: comment, review, merge.
 *
 * @remarks
 * Each act goes to the forge first, with the identity of the caller, and the
 * row then follows the proposal. A crash in between loses nothing: the row
 * follows at the next start, because git is the truth.
 */
export class ReviewService {
  readonly #options: ReviewServiceOptions;

  constructor(options: ReviewServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws `InputError` that names the field for a comment on what the pull
   *   request does not show, or an answer to what nobody said
   */
  async comment(
    id: string,
    input: NewComment,
    caller: Caller,
  ): Promise<StoredRequest> {
    const actor = requireUser(caller);
    const { forge, repository, number } = await this.#reviewable(id);
    if (input.anchor) {
      requireAnchored(input, await forge.files(repository, number));
    }
    await forge.comment(repository, number, { actor, ...input });
    return this.#options.follower.follow(id, actor.userEntityRef);
  }

  /** @throws `NotAllowedError` for an own request; `ConflictError` at another head */
  async review(
    id: string,
    input: { verdict: ReviewVerdict; body: string; headSha: string },
    caller: Caller,
  ): Promise<StoredRequest> {
    const actor = requireUser(caller);
    const { forge, repository, number, request } = await this.#reviewable(id);
    requireForeign(request, actor.userEntityRef, 'review');
    requireHead(request, input.headSha);
    await forge.review(repository, number, {
      actor,
      verdict: input.verdict,
      body: input.body,
      expectedHead: input.headSha,
    });
    return this.#options.follower.follow(id, actor.userEntityRef);
  }

  /**
   * @throws `NotAllowedError` for an own or a not yet approved request;
   *   `ConflictError` at another head, or (then the request stands in
   *   `conflicted`) where the base changed the same files
   */
  async merge(
    id: string,
    input: { headSha: string },
    caller: Caller,
  ): Promise<StoredRequest> {
    const actor = requireUser(caller);
    const found = await this.#reviewable(id);
    const { forge, repository, number, request } = found;
    requireForeign(request, actor.userEntityRef, 'merge');
    requireHead(request, input.headSha);
    try {
      await forge.merge(repository, number, {
        actor,
        expectedHead: input.headSha,
      });
    } catch (error) {
      if (error instanceof Error && error.name === 'ConflictError') {
        await this.#noteConflict(found, actor.userEntityRef, error);
      }
      throw error;
    }
    const merged = await this.#options.follower.follow(id, actor.userEntityRef);
    this.#options.onStep();
    return merged;
  }

  /** The files that stand in the way, or whatever else moved, into the row. */
  async #noteConflict(
    { forge, repository, number, request }: Reviewable,
    actor: string,
    error: Error,
  ): Promise<void> {
    const { store, announcer, follower } = this.#options;
    const { mergeable, conflicts } = await forge.mergeability(
      repository,
      number,
    );
    if (mergeable) {
      await follower.follow(request.id, actor);
      return;
    }
    const files = conflicts.join(', ') || error.message;
    const applied = await store.change(request.id, current =>
      current.version === request.version
        ? {
            actor,
            patch: {
              state: 'conflicted',
              stateReason: `Changed in the base branch meanwhile: ${files} / ベースブランチで変更されたファイルがあります: ${files}`,
            },
          }
        : undefined,
    );
    if (applied) {
      await announcer.announce(applied);
    }
  }

  async #reviewable(id: string): Promise<Reviewable> {
    const request = await this.#options.store.get(id);
    const states: readonly RequestState[] = REVIEWABLE_STATES;
    if (!request.proposal || !states.includes(request.state)) {
      throw new ConflictError(
        `Request '${id}' is '${
          request.state
        }'; it can be reviewed while it is one of: ${states.join(', ')}.`,
      );
    }
    return {
      ...this.#options.targets.get(request.target),
      request,
      number: request.proposal.number,
    };
  }
}

interface Reviewable extends ConnectedTarget {
  readonly request: StoredRequest;
  readonly number: number;
}

/** Four eyes: whatever the permissions, nobody reviews what they wrote. */
function requireForeign(
  request: StoredRequest,
  user: string,
  act: 'review' | 'merge',
): void {
  if (isOwn(request, user)) {
    throw new NotAllowedError(
      `Request '${request.id}' is your own; someone else has to ${act} it.`,
    );
  }
}

function requireHead(request: StoredRequest, headSha: string): void {
  if (request.proposal?.headSha !== headSha) {
    throw new ConflictError(
      `The pull request of '${request.id}' is at commit ${request.proposal?.headSha}, but you looked at ${headSha}; load the request again.`,
    );
  }
}
