import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import type { ForgeComment } from '@suido/backstage-plugin-data-requests-node';
import type { RequestStore } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import { replaceLines, spanOf, type LineSpan } from '../effect/replaceLines';
import type { ConnectedTarget, Targets } from '../targets/Targets';
import { isUpdatable } from './abilities';
import { requireUser } from './requireUser';
import type { ProposalFollower } from './ProposalFollower';

/** What applying suggestions needs. */
export interface SuggestionServiceOptions {
  readonly store: RequestStore;
  readonly targets: Targets;
  readonly follower: ProposalFollower;
}

/** A comment that suggests something, with the lines that it is about. */
interface Suggestion {
  readonly comment: ForgeComment;
  readonly path: string;
  readonly span: LineSpan;
  readonly text: string;
}

/**
 * Puts what reviewers suggest into the pull request.
 *
 * @remarks
 * Like a review, it goes to the forge at once and the row then follows: the
 * commit says which comment it applied, so a crash in between loses nothing
 * and nothing is applied twice. The spec stays as it is; the next change of it
 * keeps the lines (`Forge.update`).
 */
export class SuggestionService {
  readonly #options: SuggestionServiceOptions;

  constructor(options: SuggestionServiceOptions) {
    this.#options = options;
  }

  /**
   * @throws `NotFoundError` for an unknown comment; `InputError` for one that
   *   suggests nothing; `ConflictError` where it is applied already, its lines
   *   changed since, or the head is another commit
   */
  async apply(
    id: string,
    commentId: string,
    { headSha }: { headSha: string },
    caller: Caller,
  ): Promise<StoredRequest> {
    const actor = requireUser(caller);
    const { store, targets, follower } = this.#options;
    const request = await store.get(id);
    const number = requireApplicable(request, headSha);
    const target = targets.get(request.target);
    const { forge, repository } = target;
    const proposal = await forge.get(repository, number);
    const suggestion = suggestionIn(proposal?.comments ?? [], commentId);
    const commits = await forge.commits(repository, number);
    if (commits.some(({ comment }) => comment === commentId)) {
      await follower.follow(id);
      throw new ConflictError(
        `The suggestion of comment '${commentId}' is in the pull request already.`,
      );
    }
    await forge.commit(repository, number, {
      files: [
        {
          path: suggestion.path,
          content: await contentWith(suggestion, target, headSha),
        },
      ],
      actor,
      suggestion: {
        comment: commentId,
        suggestedBy: suggestion.comment.actor,
      },
      commitMessage: `Apply a suggestion to ${suggestion.path
        .split('/')
        .at(-1)}`,
      expectedHead: headSha,
    });
    return follower.follow(id, actor.userEntityRef);
  }
}

/** @returns the number of the pull request */
function requireApplicable(request: StoredRequest, headSha: string): number {
  const { id, state, proposal, failedStep } = request;
  if (!proposal || !isUpdatable(request) || failedStep !== undefined) {
    throw new ConflictError(
      `No suggestion can be applied to request '${id}' while it is '${state}'${
        failedStep === undefined
          ? ''
          : ' and its last change did not get through; try that again, or change the request'
      }.`,
    );
  }
  if (proposal.headSha !== headSha) {
    throw new ConflictError(
      `The pull request of '${id}' is at commit ${proposal.headSha}, but you looked at ${headSha}; load the request again.`,
    );
  }
  return proposal.number;
}

function suggestionIn(
  comments: readonly ForgeComment[],
  id: string,
): Suggestion {
  const comment = comments.find(each => each.id === id);
  if (!comment) {
    throw new NotFoundError(`This request has no comment '${id}'`);
  }
  const span = spanOf(comment.anchor);
  if (comment.suggestion === undefined || !comment.anchor || !span) {
    throw new InputError(
      `comment: '${id}' suggests no text for certain lines; choose one that does.`,
    );
  }
  return {
    comment,
    path: comment.anchor.path,
    span,
    text: comment.suggestion,
  };
}

/** The file at the head with the suggestion in it. */
async function contentWith(
  { comment, path, span, text }: Suggestion,
  { forge, repository }: ConnectedTarget,
  headSha: string,
): Promise<string> {
  const [seen, present] = await Promise.all(
    [comment.headSha, headSha].map(async sha =>
      (await forge.snapshot(repository, sha)).read(path),
    ),
  );
  const content =
    seen === undefined || present === undefined
      ? undefined
      : replaceLines(seen, present, span, text);
  if (content === undefined) {
    throw new ConflictError(
      `The lines of ${path} that comment '${comment.id}' is about changed after it was made; look at them, and change the request or the file by hand.`,
    );
  }
  if (content === present) {
    throw new ConflictError(
      `${path} says already what comment '${comment.id}' suggests.`,
    );
  }
  return content;
}
