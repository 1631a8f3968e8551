import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { fromRow } from './requestRow';
import type { RequestStep, StoredRequest } from './StoredRequest';

/** A request whose step this worker has until the lease ends. */
export interface ClaimedStep {
  readonly request: StoredRequest;
  readonly step: RequestStep;
  readonly leaseToken: string;
}

/**
 * The steps that wait, shared by every replica.
 *
 * @remarks
 * A claim takes one row with `for update skip locked`, so two replicas never
 * take the same step in the same moment, and marks it with a lease, so a step
 * whose worker died comes back when the lease ends. All times are the
 * database's, so the clocks of the replicas do not matter.
 */
export class StepQueue {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The step that waits longest, or `undefined` where none is due. */
  async claim(leaseMs: number): Promise<ClaimedStep | undefined> {
    const leaseToken = randomUUID();
    const { rows } = await this.#knex.raw(
      `update requests
          set lease_token = ?,
              lease_until = now() + ? * interval '1 millisecond',
              step_attempts = step_attempts + 1
        where id = (
          select id from requests
           where next_step is not null
             and step_after <= now()
             and (lease_until is null or lease_until <= now())
           order by step_after
           limit 1
             for update skip locked)
        returning *`,
      [leaseToken, leaseMs],
    );
    const request = rows[0] && fromRow(rows[0]);
    return request?.nextStep
      ? { request, step: request.nextStep, leaseToken }
      : undefined;
  }

  /** Keeps a lease; false where it was lost meanwhile. */
  async renew(claim: ClaimedStep, leaseMs: number): Promise<boolean> {
    const count = await this.#mine(claim).update({
      lease_until: this.#knex.raw(`now() + ? * interval '1 millisecond'`, [
        leaseMs,
      ]),
    });
    return count > 0;
  }

  /** Gives a step back, to be taken again after the delay. */
  async postpone(
    claim: ClaimedStep,
    options: { delayMs: number; reason?: string },
  ): Promise<void> {
    await this.#mine(claim).update({
      step_after: this.#knex.raw(`now() + ? * interval '1 millisecond'`, [
        options.delayMs,
      ]),
      lease_token: null,
      lease_until: null,
      ...(options.reason && { state_reason: options.reason }),
    });
  }

  /** Notes, before it is asked for, that the forge may hold a proposal. */
  async markProposing(claim: ClaimedStep): Promise<void> {
    await this.#mine(claim).update({ proposing: true });
  }

  #mine(claim: ClaimedStep) {
    return this.#knex('requests').where({
      id: claim.request.id,
      lease_token: claim.leaseToken,
    });
  }
}
