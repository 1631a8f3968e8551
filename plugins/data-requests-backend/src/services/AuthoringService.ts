import { ConflictError, InputError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import type { RequestSpec } from '@suido/backstage-plugin-data-requests-common';
import { datasetKey } from '@suido/vocabulary';
import type { RequestStore } from '../database/RequestStore';
import type { StoredRequest } from '../database/StoredRequest';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import type { Targets } from '../targets/Targets';
import { isUpdatable, isWithdrawable } from './abilities';
import { requireUser } from './requireUser';
import {
  evaluateToSend,
  reviewerRefs,
  toStoredEvaluation,
} from './evaluateToSend';
import type { RequestAnnouncer } from './RequestAnnouncer';
import { specHash } from './specHash';

/** What the author's side needs. */
export interface AuthoringServiceOptions {
  readonly store: RequestStore;
  readonly targets: Targets;
  readonly evaluator: RequestEvaluator;
  readonly announcer: RequestAnnouncer;
  /** Called after a step was stored, so that the worker looks at once. */
  readonly onStep: () => void;
}

/**
 * What the author of a sent request does: change, take back, try again.
 *
 * @remarks
 * Nothing here talks to a forge. Each act stores the request and its next step
 * in one transaction; the worker carries it out, also after a restart.
 */
export class AuthoringService {
  readonly #options: AuthoringServiceOptions;

  constructor(options: AuthoringServiceOptions) {
    this.#options = options;
  }

  /**
   * Changes the spec; the worker updates the same pull request.
   * @throws `ConflictError` where the head is another commit than the author saw
   */
  async update(
    id: string,
    input: { spec: RequestSpec; headSha: string },
    caller: Caller,
  ): Promise<StoredRequest> {
    const { store, targets, evaluator } = this.#options;
    const actor = requireUser(caller);
    const { spec, headSha } = input;
    const noted = await store.get(id);
    requireUpdatable(noted, headSha);
    await this.#requireSameDataset(noted, spec);
    const evaluated = await evaluateToSend(evaluator, spec, {
      credentials: caller.credentials,
      withSample: true,
    });
    const { config } = targets.get(noted.target);
    return this.#change(id, current => {
      requireUpdatable(current, headSha);
      return {
        actor: actor.userEntityRef,
        patch: {
          state: 'checking',
          spec,
          specHash: specHash(spec),
          revision: current.revision + 1,
          title: evaluated.changeSet.title,
          owner: spec.owner,
          domain: spec.domain,
          tier: spec.tier,
          evaluation: toStoredEvaluation(evaluated),
          reviewers: reviewerRefs(evaluated, config),
          authors: [...new Set([...current.authors, actor.userEntityRef])],
          nextStep: 'update',
          stepInput: { actor, expectedHead: headSha },
          failedStep: undefined,
        },
      };
    });
  }

  /** Takes an open request back; the worker closes its pull request. */
  async withdraw(id: string, caller: Caller): Promise<StoredRequest> {
    const actor = requireUser(caller);
    return this.#change(id, current => {
      if (!isWithdrawable(current)) {
        throw new ConflictError(
          `Request '${id}' cannot be withdrawn while it is '${
            current.state
          }'${pending(current)}.`,
        );
      }
      const mayBeOnForge = current.proposal !== undefined || current.proposing;
      return {
        actor: actor.userEntityRef,
        patch: {
          state: 'withdrawn',
          nextStep: mayBeOnForge ? 'close' : undefined,
          stepInput: { actor },
          failedStep: undefined,
        },
      };
    });
  }

  /** Does a failed step again, or makes a conflicted change anew on the base. */
  async retry(id: string, caller: Caller): Promise<StoredRequest> {
    const actor = requireUser(caller);
    return this.#change(id, current => {
      const isStuck =
        current.state === 'failed' || current.state === 'conflicted';
      if (!isStuck || current.nextStep) {
        throw new ConflictError(
          `Request '${id}' is '${current.state}'${pending(
            current,
          )}; only a failed or conflicted request can be tried again.`,
        );
      }
      const nextStep =
        current.failedStep ?? (current.proposal ? 'update' : 'propose');
      return {
        actor: actor.userEntityRef,
        patch: {
          state: 'checking',
          nextStep,
          failedStep: undefined,
          stepInput: {
            actor: current.stepInput?.actor ?? actor,
            expectedHead: current.proposal?.headSha,
          },
        },
      };
    });
  }

  async #requireSameDataset(request: StoredRequest, spec: RequestSpec) {
    const key =
      spec.target === request.target && spec.name === request.name
        ? datasetKey(await this.#options.evaluator.datasetId(spec))
        : undefined;
    if (key !== request.datasetKey) {
      throw new InputError(
        `Request '${request.id}' makes '${request.name}' in target '${request.target}'; its name and target stay as they are. For another name, withdraw it and send a new request.`,
      );
    }
  }

  async #change(
    id: string,
    decide: Parameters<RequestStore['change']>[1],
  ): Promise<StoredRequest> {
    const { store, announcer, onStep } = this.#options;
    const applied = await store.change(id, decide);
    if (!applied) {
      return store.get(id);
    }
    await announcer.announce(applied);
    onStep();
    return applied.after;
  }
}

function requireUpdatable(request: StoredRequest, headSha: string): void {
  if (!isUpdatable(request)) {
    throw new ConflictError(
      `Request '${request.id}' cannot be changed while it is '${
        request.state
      }'${pending(request)}.`,
    );
  }
  if (request.proposal?.headSha !== headSha) {
    throw new ConflictError(
      `The pull request of '${request.id}' is at commit ${request.proposal?.headSha}, but this change was made from ${headSha}; load the request again.`,
    );
  }
}

function pending(request: StoredRequest): string {
  return request.nextStep
    ? ' and its last change is still on its way to the repository'
    : '';
}
