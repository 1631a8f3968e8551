import type { Caller } from '@suido/backend-kit';
import type { Waiting } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import type { StoredRequest } from '../database/StoredRequest';
import { usualNext } from '../waiting/usualNext';
import { waitingOn } from '../waiting/waitingOn';
import type { RequestGate } from '../permissions/RequestGate';

/** What requests wait for, and what usually follows. */
export class WaitingService {
  readonly #knex: Knex;
  readonly #gate: RequestGate;

  constructor(options: { knex: Knex; gate: RequestGate }) {
    this.#knex = options.knex;
    this.#gate = options.gate;
  }

  /** What usually follows is told from requests that the caller may read. */
  async describe(request: StoredRequest, caller: Caller): Promise<Waiting> {
    const waiting = waitingOn(request);
    if (waiting.on === 'nobody') {
      return waiting;
    }
    const usually = await usualNext(
      this.#knex,
      request,
      await this.#gate.readableOrNone(caller.credentials),
    );
    return usually ? { ...waiting, usually } : waiting;
  }
}
