import { type Caller, isUniqueViolation } from '@suido/backend-kit';
import type { RequestSpec } from '@suido/backstage-plugin-data-requests-common';
import { datasetKey } from '@suido/vocabulary';
import { ulid } from 'ulid';
import { OPEN_DATASET_CONSTRAINT } from '../database/constraints';
import type { NewRequest, StoredRequest } from '../database/StoredRequest';
import type { AuthoringServiceOptions } from './AuthoringService';
import { requireUser } from './requireUser';
import type { DuplicateService } from './DuplicateService';
import {
  ChecksFailedError,
  evaluateToSend,
  reviewerRefs,
  toStoredEvaluation,
} from './evaluateToSend';
import { NameConflictError } from './NameConflictError';
import { specHash } from './specHash';

/** What sending needs. */
export interface SubmissionServiceOptions extends AuthoringServiceOptions {
  readonly duplicates: Pick<DuplicateService, 'unanswered'>;
  /** Whether a caller may know of a request. */
  readonly mayRead: (id: string, caller: Caller) => Promise<boolean>;
}

/**
 * Sends requests.
 *
 * @remarks
 * Nothing here talks to a forge: one transaction stores the request and its
 * first step, and the worker carries it out, also after a restart.
 */
export class SubmissionService {
  readonly #options: SubmissionServiceOptions;

  constructor(options: SubmissionServiceOptions) {
    this.#options = options;
  }

  /**
   * Sends a request; the same draft again, or an open request of the same
   * person with the same spec, answers what is already there.
   *
   * @throws `ChecksFailedError`, also for a likely duplicate without a word on
   *   how it differs; `NameConflictError` where an open request makes the same
   *   dataset, which it names to whoever may read it
   */
  async submit(
    input: { draftId: string; spec: RequestSpec },
    caller: Caller,
  ): Promise<StoredRequest> {
    const { store, announcer, duplicates, onStep } = this.#options;
    const requester = requireUser(caller).userEntityRef;
    const sentBefore = await store.findByDraft(requester, input.draftId);
    if (sentBefore) {
      return sentBefore;
    }
    const request = await this.#prepare(input, caller);
    const unanswered = await duplicates.unanswered(input.spec, caller);
    // After the duplicates, so that a twin sent meanwhile is not one of them.
    const sentMeanwhile = await this.#findSent(request, caller);
    if (sentMeanwhile) {
      return sentMeanwhile;
    }
    if (unanswered.length > 0) {
      throw new ChecksFailedError(unanswered);
    }
    const stored = await this.#insert(request, caller);
    if (stored.id === request.id) {
      await announcer.announceNew(stored);
      onStep();
    }
    return stored;
  }

  async #prepare(
    input: { draftId: string; spec: RequestSpec },
    caller: Caller,
  ): Promise<NewRequest> {
    const { targets, evaluator } = this.#options;
    const actor = requireUser(caller);
    const { spec, draftId } = input;
    const { config } = targets.get(spec.target);
    const evaluated = await evaluateToSend(evaluator, spec, {
      credentials: caller.credentials,
      withSample: true,
    });
    const dataset = await evaluator.datasetId(spec);
    return {
      id: ulid(),
      kind: spec.kind,
      target: spec.target,
      name: spec.name,
      title: evaluated.changeSet.title,
      requester: actor.userEntityRef,
      owner: spec.owner,
      domain: spec.domain,
      tier: spec.tier,
      spec,
      specHash: specHash(spec),
      evaluation: toStoredEvaluation(evaluated),
      reviewers: reviewerRefs(evaluated, config),
      dataset,
      datasetKey: datasetKey(dataset),
      draftId,
      stepInput: { actor },
    };
  }

  /** Of sends in the same moment one is stored; the others answer it. */
  async #insert(request: NewRequest, caller: Caller): Promise<StoredRequest> {
    const { store } = this.#options;
    try {
      const stored = await store.insert(request);
      if (stored) {
        return stored;
      }
    } catch (error) {
      if (!isUniqueViolation(error, OPEN_DATASET_CONSTRAINT)) {
        throw error;
      }
    }
    const sent = await this.#findSent(request, caller);
    if (sent) {
      return sent;
    }
    const { name } = request;
    throw new NameConflictError({
      en: `'${name}' was taken and given back in the same moment; send the request again.`,
      ja: `「${name}」という名前は一時的に使われていました。もう一度送信してください。`,
    });
  }

  /**
   * The request that this draft became, or the open one with the same spec.
   * @throws `NameConflictError` where another open request makes the same dataset
   */
  async #findSent(
    request: NewRequest,
    caller: Caller,
  ): Promise<StoredRequest | undefined> {
    const { store, mayRead } = this.#options;
    const sent = await store.findByDraft(request.requester, request.draftId);
    if (sent) {
      return sent;
    }
    const taken = await store.findOpen(request.target, request.datasetKey);
    const isSame =
      taken?.requester === request.requester &&
      taken.specHash === request.specHash;
    if (!taken || isSame) {
      return taken;
    }
    const { name } = request;
    throw new NameConflictError(
      (await mayRead(taken.id, caller))
        ? {
            en: `'${name}' is already asked for by the open request #${taken.number} (${taken.id}); join that one or choose another name.`,
            ja: `「${name}」は依頼 #${taken.number}（${taken.id}）ですでに依頼されています。そちらに加わるか、別の名前にしてください。`,
          }
        : {
            en: `'${name}' is taken; choose another name.`,
            ja: `「${name}」という名前はすでに使われています。別の名前にしてください。`,
          },
    );
  }
}
