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
import type { Caller } from './Caller';
import type { PermissionGate } from './PermissionGate';

/** What a form needs, for whoever may ask. */
export class AuthorizedPreviewService {
  readonly #gate: PermissionGate;
  readonly #evaluator: RequestEvaluator;

  constructor(options: { gate: PermissionGate; evaluator: RequestEvaluator }) {
    this.#gate = options.gate;
    this.#evaluator = options.evaluator;
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

  /** @throws the reason of the signal, which ends what nobody waits for */
  async preview(
    spec: RequestSpec,
    caller: Caller,
    signal?: AbortSignal,
  ): Promise<Preview> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#evaluator.evaluate(spec, {
      credentials: caller.credentials,
      withSample: true,
      signal,
    });
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
