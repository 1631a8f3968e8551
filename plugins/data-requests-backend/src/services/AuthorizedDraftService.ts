import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  requestCreatePermission,
  type Draft,
} from '@suido/backstage-plugin-data-requests-common';
import type { DraftStore } from '../database/DraftStore';
import type { RequestStore } from '../database/RequestStore';
import { requireUser, type Caller } from './Caller';
import type { PermissionGate } from './PermissionGate';

/** Most drafts that one person keeps. */
export const DRAFT_LIMIT = 100;

/**
 * Drafts of the caller. Whoever may ask may keep drafts, and only their own:
 * the draft of another person is not there.
 */
export class AuthorizedDraftService {
  readonly #gate: PermissionGate;
  readonly #store: DraftStore;
  readonly #requests: RequestStore;

  constructor(options: {
    gate: PermissionGate;
    store: DraftStore;
    requests: RequestStore;
  }) {
    this.#gate = options.gate;
    this.#store = options.store;
    this.#requests = options.requests;
  }

  /** Newest first. */
  async list(caller: Caller): Promise<Draft[]> {
    return this.#store.list(await this.#owner(caller), DRAFT_LIMIT);
  }

  /** @throws `NotFoundError` */
  async get(id: string, caller: Caller): Promise<Draft> {
    const draft = await this.#store.get(await this.#owner(caller), id);
    if (!draft) {
      throw new NotFoundError(`You have no draft '${id}'`);
    }
    return draft;
  }

  /**
   * @throws `ConflictError` that names both revisions where another save came
   *   between or it was sent; `InputError` where the caller has {@link DRAFT_LIMIT} drafts
   */
  async save(
    id: string,
    draft: Pick<Draft, 'revision' | 'spec' | 'step'>,
    caller: Caller,
  ): Promise<Draft> {
    const owner = await this.#owner(caller);
    if (draft.revision === 0) {
      await this.#requireNew(owner, id);
    }
    return this.#store.save(owner, id, draft);
  }

  /** @throws `NotFoundError` */
  async delete(id: string, caller: Caller): Promise<void> {
    if (!(await this.#store.delete(await this.#owner(caller), id))) {
      throw new NotFoundError(`You have no draft '${id}'`);
    }
  }

  /** A late save of a form that was sent must not bring its draft back. */
  async #requireNew(owner: string, id: string): Promise<void> {
    const sent = await this.#requests.findByDraft(owner, id);
    if (sent) {
      throw new ConflictError(
        `Draft '${id}' was sent as request #${sent.number} (${sent.id}).`,
      );
    }
    if ((await this.#store.count(owner)) >= DRAFT_LIMIT) {
      throw new InputError(
        `You already have ${DRAFT_LIMIT} drafts; delete those you no longer need.`,
      );
    }
  }

  async #owner(caller: Caller): Promise<string> {
    await this.#gate.require(requestCreatePermission, caller.credentials);
    return requireUser(caller).userEntityRef;
  }
}
