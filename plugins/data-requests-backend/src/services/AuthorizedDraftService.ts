import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import {
  requestCreatePermission,
  type Draft,
} from '@suido/backstage-plugin-data-requests-common';
import type { DraftStore } from '../database/DraftStore';
import type { RequestStore } from '../database/RequestStore';
import type { ReuseStore } from '../database/ReuseStore';
import { requireUser } from './requireUser';
import type { DuplicateService } from './DuplicateService';
import type { RequestGate } from '../permissions/RequestGate';

/** Most drafts that one person keeps. */
export const DRAFT_LIMIT = 100;

/**
 * Drafts of the caller. Whoever may ask may keep drafts, and only their own:
 * the draft of another person is not there.
 */
export class AuthorizedDraftService {
  readonly #gate: RequestGate;
  readonly #store: DraftStore;
  readonly #requests: RequestStore;
  readonly #reuses: ReuseStore;
  readonly #duplicates: DuplicateService;

  constructor(options: {
    gate: RequestGate;
    store: DraftStore;
    requests: RequestStore;
    reuses: ReuseStore;
    duplicates: DuplicateService;
  }) {
    this.#gate = options.gate;
    this.#store = options.store;
    this.#requests = options.requests;
    this.#reuses = options.reuses;
    this.#duplicates = options.duplicates;
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
   *   between, or says that it was sent or ended; `InputError` where the caller
   *   has {@link DRAFT_LIMIT} drafts
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

  /**
   * Ends a draft because something that exists serves as well, and records it
   * with how alike the two are now. Ending it again the same way is no error.
   *
   * @throws `NotFoundError` where the caller sees no such draft or no such
   *   mart or request; `ConflictError` where it ended for something else
   */
  async useInstead(id: string, subject: string, caller: Caller): Promise<void> {
    const owner = await this.#owner(caller);
    const draft = await this.#store.get(owner, id);
    if (draft) {
      const { target, name } = draft.spec;
      const score = await this.#duplicates.score(subject, draft.spec, caller);
      if (score === undefined) {
        throw new NotFoundError(
          `There is no mart or request '${subject}' that could serve instead of draft '${id}'.`,
        );
      }
      const reuse = { target, name, subject, score };
      if (await this.#reuses.endDraft(owner, id, reuse)) {
        return;
      }
    }
    const used = await this.#reuses.find(owner, id);
    if (used === undefined) {
      throw new NotFoundError(`You have no draft '${id}'`);
    }
    if (used !== subject) {
      throw endedFor(id, used);
    }
  }

  /** A late save of a form that was sent or ended must not bring it back. */
  async #requireNew(owner: string, id: string): Promise<void> {
    const sent = await this.#requests.findByDraft(owner, id);
    if (sent) {
      throw new ConflictError(
        `Draft '${id}' was sent as request #${sent.number} (${sent.id}).`,
      );
    }
    const used = await this.#reuses.find(owner, id);
    if (used !== undefined) {
      throw endedFor(id, used);
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

function endedFor(id: string, subject: string): ConflictError {
  return new ConflictError(
    `Draft '${id}' was ended because '${subject}' serves instead; start a new request where it does not.`,
  );
}
