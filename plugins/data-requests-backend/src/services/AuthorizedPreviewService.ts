import type { Caller } from '@suido/backend-kit';
import {
  requestCreatePermission,
  type InputDataset,
  type Preview,
  type RequestSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import type { Tier } from '@suido/vocabulary';
import type {
  RequestEvaluator,
  UnitTestProposal,
} from '../evaluation/RequestEvaluator';
import type { DuplicateService } from './DuplicateService';
import type { RequestGate } from '../permissions/RequestGate';

/** What a form needs, for whoever may ask. */
export class AuthorizedPreviewService {
  readonly #gate: RequestGate;
  readonly #evaluator: RequestEvaluator;
  readonly #duplicates: DuplicateService;

  constructor(options: {
    gate: RequestGate;
    evaluator: RequestEvaluator;
    duplicates: DuplicateService;
  }) {
    this.#gate = options.gate;
    this.#evaluator = options.evaluator;
    this.#duplicates = options.duplicates;
  }

  async listTargets(caller: Caller): Promise<Target[]> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#evaluator.listTargets();
  }

  /** @throws `NotFoundError` for an unknown target */
  async listDatasets(
    targetId: string,
    caller: Caller,
  ): Promise<InputDataset[]> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#evaluator.listDatasets(targetId);
  }

  /**
   * Says all that sending would say, also what looks like the spec.
   * @param options - `revises`: a request that the spec is another version of
   * @throws the reason of the signal, which ends what nobody waits for
   */
  async preview(
    spec: RequestSpec,
    caller: Caller,
    options: { revises?: string; signal?: AbortSignal } = {},
  ): Promise<Preview> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    const [preview, unanswered] = await Promise.all([
      this.#evaluator.evaluate(spec, {
        credentials: caller.credentials,
        withSample: true,
        signal: options.signal,
      }),
      this.#duplicates.unanswered(spec, caller, options.revises),
    ]);
    return { ...preview, checks: [...preview.checks, ...unanswered] };
  }

  /** @throws the reason of the signal, which ends what nobody waits for */
  async proposeUnitTest(
    spec: RequestSpec,
    caller: Caller,
    signal?: AbortSignal,
  ): Promise<{ proposal: UnitTestProposal; lowestTier: Tier }> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#evaluator.proposeUnitTest(spec, {
      credentials: caller.credentials,
      signal,
    });
  }
}
