import type { Caller } from '@suido/backend-kit';
import {
  requestCreatePermission,
  type Duplicate,
  type RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { DuplicateService } from './DuplicateService';
import type { RequestGate } from '../permissions/RequestGate';

/** What looks like a spec, for whoever may ask. */
export class AuthorizedDuplicateService {
  readonly #gate: RequestGate;
  readonly #duplicates: DuplicateService;

  constructor(options: { gate: RequestGate; duplicates: DuplicateService }) {
    this.#gate = options.gate;
    this.#duplicates = options.duplicates;
  }

  /** Most alike first; of requests only those that the caller may read. */
  async find(
    input: { spec: RequestSpec; revises?: string },
    caller: Caller,
  ): Promise<Duplicate[]> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return this.#duplicates.find(input.spec, caller, input.revises);
  }
}
