import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import {
  OPEN_STATES,
  type Check,
  type FileChange,
  type PredictedReviewer,
  type RequestState,
  type Sample,
  type TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import type { LocalizedText } from '@suido/vocabulary';
import type { Knex } from 'knex';
import { listRequests, type RequestQuery } from '../database/listRequests';
import type { RequestStore } from '../database/RequestStore';
import type {
  StoredEvaluation,
  StoredRequest,
} from '../database/StoredRequest';
import type { TimelineStore } from '../database/TimelineStore';
import type { CommentFields } from '../effect/CommentFields';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import type { Targets } from '../targets/Targets';
import type { EvaluationCache } from './EvaluationCache';
import type { ProposalFollower } from './ProposalFollower';

/** What stands on the pull request at its head. */
export interface RequestChanges {
  readonly headSha: string;
  readonly files: FileChange[];
  readonly checks: Check[];
  readonly reviewers: PredictedReviewer[];
  readonly explanation: LocalizedText[];
  readonly mergeable: boolean;
  readonly conflicts: string[];
}

/** What is read of requests. */
export class ReadService {
  readonly #options: {
    knex: Knex;
    store: RequestStore;
    timeline: TimelineStore;
    targets: Targets;
    evaluator: RequestEvaluator;
    evaluations: EvaluationCache;
    fields: CommentFields;
    follower: ProposalFollower;
  };

  constructor(options: {
    knex: Knex;
    store: RequestStore;
    timeline: TimelineStore;
    targets: Targets;
    evaluator: RequestEvaluator;
    evaluations: EvaluationCache;
    fields: CommentFields;
    follower: ProposalFollower;
  }) {
    this.#options = options;
  }

  async list(
    query: RequestQuery,
  ): Promise<{ items: StoredRequest[]; nextCursor?: string }> {
    return listRequests(this.#options.knex, query);
  }

  async get(id: string): Promise<StoredRequest> {
    return this.#options.store.get(id);
  }

  async timeline(id: string): Promise<TimelineEntry[]> {
    const { store, timeline, fields } = this.#options;
    return fields.add(await store.get(id), await timeline.list(id));
  }

  /**
   * The pull request as the forge has it; the row follows on the way, so a
   * commit or a merge from outside is seen at once.
   */
  async changes(id: string, caller: Caller): Promise<RequestChanges> {
    const request = await this.#options.follower.follow(id);
    if (!request.proposal) {
      throw new NotFoundError(
        `Request '${id}' has no pull request yet; it is '${request.state}'.`,
      );
    }
    const { number, headSha } = request.proposal;
    const { forge, repository } = this.#options.targets.get(request.target);
    const isOpen = isOpenState(request.state);
    const [files, mergeability, evaluation] = await Promise.all([
      forge.files(repository, number),
      isOpen
        ? forge.mergeability(repository, number)
        : { mergeable: false, conflicts: [] },
      isOpen ? this.#evaluate(request, caller) : request.evaluation,
    ]);
    return {
      headSha,
      files: [...files],
      checks: evaluation.checks,
      reviewers: evaluation.reviewers,
      explanation: evaluation.explanation,
      mergeable: mergeability.mergeable,
      conflicts: [...mergeability.conflicts],
    };
  }

  async sample(id: string, credentials: BackstageCredentials): Promise<Sample> {
    const { spec } = await this.#options.store.get(id);
    const preview = await this.#options.evaluator.evaluate(spec, {
      credentials,
      withSample: true,
    });
    return preview.sample;
  }

  /** Once merged, a fresh check would only find that the name is taken. */
  async #evaluate(
    request: StoredRequest,
    { credentials, user }: Caller,
  ): Promise<StoredEvaluation> {
    const evaluate = async () => {
      const preview = await this.#options.evaluator.evaluate(request.spec, {
        credentials,
        withSample: true,
      });
      return {
        checks: preview.checks,
        reviewers: preview.reviewers,
        explanation:
          preview.changeSet?.explanation ?? request.evaluation.explanation,
      };
    };
    if (!user) {
      return evaluate();
    }
    const { forge, repository } = this.#options.targets.get(request.target);
    const { commitSha } = await forge.snapshot(repository);
    return this.#options.evaluations.get(
      {
        id: request.id,
        version: request.version,
        baseSha: commitSha,
        user: user.userEntityRef,
      },
      evaluate,
    );
  }
}

function isOpenState(state: RequestState): boolean {
  const openStates: readonly RequestState[] = OPEN_STATES;
  return openStates.includes(state);
}
