import { NotFoundError } from '@backstage/errors';
import { isUniqueViolation } from '@suido/backend-kit';
import {
  OPEN_STATES,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { NUMBER_CONSTRAINT } from './constraints';
import type { RequestNotice } from './RequestNotice';
import { fromRow, toColumns, type RequestRow } from './requestRow';
import { addRevision, noteRevisionHead } from './RevisionStore';
import type { NewRequest, RequestPatch, StoredRequest } from './StoredRequest';
import {
  appendToTimeline,
  isApplied,
  type NewTimelineEntry,
} from './TimelineStore';

/** One change of a request: what moves, who moved it, what is told. */
export interface RequestChange {
  readonly patch: RequestPatch;
  readonly entries?: readonly NewTimelineEntry[];
  /** Entity ref; absent where the portal acts. */
  readonly actor?: string;
  /** What people are told beside the change of state. */
  readonly notices?: readonly RequestNotice[];
  /** The commit that the portal made of the revision that now stands. */
  readonly madeCommit?: string;
}

/** A request before and after a change that took place. */
export interface AppliedChange {
  readonly before: StoredRequest;
  readonly after: StoredRequest;
  readonly actor?: string;
  readonly notices?: readonly RequestNotice[];
}

/** Requests, their next steps and their timelines, in one transaction each. */
export class RequestStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Stores a request with its first step and throws its draft away.
   *
   * @returns the stored request, or `undefined` where this draft was sent
   *   before (the caller then reads what that made)
   * @throws the unique violation of `requests_open_dataset_uq` where another
   *   open request makes the same dataset
   */
  async insert(request: NewRequest): Promise<StoredRequest | undefined> {
    for (;;) {
      try {
        return await this.#insert(request);
      } catch (error) {
        // Two that drew one number in the same moment: this one draws again.
        if (!isUniqueViolation(error, NUMBER_CONSTRAINT)) {
          throw error;
        }
      }
    }
  }

  async #insert(request: NewRequest): Promise<StoredRequest | undefined> {
    const { dataset, ...fields } = request;
    return this.#knex.transaction(async transaction => {
      const rows = await transaction('requests')
        .insert({
          ...toColumns(fields),
          dataset_namespace: dataset.namespace,
          dataset_name: dataset.name,
          authors: [request.requester],
          state: 'checking',
          next_step: 'propose',
          step_after: transaction.fn.now(),
        })
        .onConflict(['requester', 'draft_id'])
        .ignore()
        .returning('id');
      if (rows.length === 0) {
        return undefined;
      }
      await appendToTimeline(transaction, request.id, {
        type: 'submitted',
        actor: request.requester,
        revision: 1,
      });
      await addRevision(transaction, request.id, {
        revision: 1,
        author: request.requester,
        spec: request.spec,
        checks: request.evaluation.checks,
      });
      await transaction('drafts')
        .where({ user_ref: request.requester, id: request.draftId })
        .delete();
      return fromRow(
        await transaction('requests').where('id', request.id).first(),
      );
    });
  }

  /** @throws `NotFoundError` */
  async get(id: string): Promise<StoredRequest> {
    return found(id, await this.#knex('requests').where({ id }).first());
  }

  /** In the order of the ids; `undefined` where there is none. */
  async getMany(
    ids: readonly string[],
  ): Promise<(StoredRequest | undefined)[]> {
    const rows: RequestRow[] = await this.#knex('requests').whereIn('id', ids);
    const byId = new Map(rows.map(row => [row.id, fromRow(row)]));
    return ids.map(id => byId.get(id));
  }

  async findByDraft(
    requester: string,
    draftId: string,
  ): Promise<StoredRequest | undefined> {
    const row = await this.#knex('requests')
      .where({ requester, draft_id: draftId })
      .first();
    return row && fromRow(row);
  }

  /** The open request that makes a dataset of a target. */
  async findOpen(
    target: string,
    datasetKey: string,
  ): Promise<StoredRequest | undefined> {
    const row = await this.#knex('requests')
      .where({ target, dataset_key: datasetKey })
      .whereIn('state', [...OPEN_STATES])
      .first();
    return row && fromRow(row);
  }

  /** Ids of requests in these states that have a proposal, oldest first. */
  async idsWithProposal(states: readonly RequestState[]): Promise<string[]> {
    return this.#knex('requests')
      .whereIn('state', [...states])
      .whereNotNull('proposal_number')
      .orderBy('id')
      .pluck('id');
  }

  /**
   * Changes a request under its row lock.
   *
   * @remarks
   * `decide` sees the row as it is now and answers what changes, or
   * `undefined` for nothing; it may throw to refuse. A change of state writes
   * its own timeline entry after the given ones, and a new revision its row.
   * That a suggestion was applied is told once, however often it is found.
   *
   * @returns `undefined` where nothing changed
   * @throws `NotFoundError`, and whatever `decide` throws
   */
  async change(
    id: string,
    decide: (current: StoredRequest) => RequestChange | undefined,
  ): Promise<AppliedChange | undefined> {
    return this.#knex.transaction(async transaction => {
      const before = found(
        id,
        await transaction('requests').where({ id }).forUpdate().first(),
      );
      const change = decide(before);
      if (!change) {
        return undefined;
      }
      const { patch, actor, madeCommit } = change;
      const toldBefore = await appendAll(transaction, id, change.entries);
      if (patch.state && patch.state !== before.state) {
        await appendToTimeline(transaction, id, {
          type: 'state-changed',
          actor,
          from: before.state,
          to: patch.state,
          reason: patch.stateReason,
        });
      }
      const [row] = await transaction('requests')
        .where({ id })
        .update({
          ...toColumns(patch),
          ...this.#consequences(before, patch),
          version: before.version + 1,
          updated_at: this.#knex.fn.now(),
        })
        .returning('*');
      const after = fromRow(row);
      if (after.revision > before.revision) {
        await addRevision(transaction, id, {
          revision: after.revision,
          author: actor ?? after.requester,
          spec: after.spec,
          checks: after.evaluation.checks,
        });
      }
      if (madeCommit !== undefined) {
        await noteRevisionHead(transaction, after, madeCommit);
      }
      const notices = change.notices?.filter(
        notice =>
          notice.kind !== 'suggestion-applied' ||
          !toldBefore.has(notice.comment),
      );
      return { before, after, actor, notices };
    });
  }

  /** Columns that always move together with a state or a step. */
  #consequences(before: StoredRequest, patch: RequestPatch) {
    return {
      ...(patch.state &&
        patch.state !== before.state && {
          state_since: this.#knex.fn.now(),
          state_reason: patch.stateReason ?? null,
        }),
      ...('nextStep' in patch && {
        step_after: this.#knex.fn.now(),
        step_attempts: 0,
        lease_token: null,
        lease_until: null,
      }),
    };
  }
}

/** @returns comments whose applied suggestions the timeline told before */
async function appendAll(
  transaction: Knex.Transaction,
  id: string,
  entries: readonly NewTimelineEntry[] = [],
): Promise<ReadonlySet<string>> {
  const toldBefore = new Set<string>();
  for (const entry of entries) {
    if (
      entry.type === 'suggestion-applied' &&
      (await isApplied(transaction, id, entry.comment))
    ) {
      toldBefore.add(entry.comment);
    } else {
      await appendToTimeline(transaction, id, entry);
    }
  }
  return toldBefore;
}

function found(id: string, row: RequestRow | undefined): StoredRequest {
  if (!row) {
    throw requestNotFound(id);
  }
  return fromRow(row);
}

/** What whoever asks for a request is told that is not there for them. */
export function requestNotFound(id: string): NotFoundError {
  return new NotFoundError(
    `There is no request '${id}' that you may see; check its address, or ask its author to share it with your group.`,
  );
}
