import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  readStoredSpec,
  type Draft,
  type RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';

interface DraftRow {
  user_ref: string;
  id: string;
  revision: number;
  /** As the release that wrote it knew it. */
  spec: unknown;
  step: number;
  created_at: Date;
  updated_at: Date;
}

/**
 * Unfinished requests; every operation is of one person.
 *
 * @remarks
 * A draft that a later release wrote is kept as it is: it is left out of lists,
 * and can be neither read nor saved over before the portal is updated.
 */
export class DraftStore {
  readonly #knex: Knex;
  readonly #logger: LoggerService;

  constructor(knex: Knex, logger: LoggerService) {
    this.#knex = knex;
    this.#logger = logger;
  }

  /** Newest first. */
  async list(user: string, limit: number): Promise<Draft[]> {
    const rows: DraftRow[] = await this.#knex('drafts')
      .where({ user_ref: user })
      .orderBy([
        { column: 'updated_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.flatMap(row => {
      const draft = toDraft(row);
      if (!draft) {
        this.#logger.warn(
          `Draft '${row.id}' of ${row.user_ref} is left out of the list: a newer release wrote it.`,
        );
      }
      return draft ?? [];
    });
  }

  /** @throws `ConflictError` where a later release wrote it */
  async get(user: string, id: string): Promise<Draft | undefined> {
    const row: DraftRow | undefined = await this.#knex('drafts')
      .where({ user_ref: user, id })
      .first();
    return row && readable(row);
  }

  async count(user: string): Promise<number> {
    const [{ count }] = await this.#knex('drafts')
      .where({ user_ref: user })
      .count();
    return Number(count);
  }

  /**
   * Writes a draft made from `revision` (0: a new one).
   *
   * @remarks
   * Insert and update are one statement each, guarded by the primary key and
   * by the revision, so of two tabs that save at once exactly one wins.
   *
   * A draft that cannot be read is not saved over: it is looked at first, and
   * should a later release save in between, the revision no longer matches.
   *
   * @throws `ConflictError` that names both revisions, or says that a later
   *   release wrote it
   */
  async save(
    user: string,
    id: string,
    draft: Pick<Draft, 'revision' | 'spec' | 'step'>,
  ): Promise<Draft> {
    const columns = { spec: JSON.stringify(draft.spec), step: draft.step };
    if (draft.revision > 0) {
      await this.get(user, id);
    }
    const rows: DraftRow[] =
      draft.revision === 0
        ? await this.#knex('drafts')
            .insert({ user_ref: user, id, revision: 1, ...columns })
            .onConflict(['user_ref', 'id'])
            .ignore()
            .returning('*')
        : await this.#knex('drafts')
            .where({ user_ref: user, id, revision: draft.revision })
            .update({
              revision: draft.revision + 1,
              updated_at: this.#knex.fn.now(),
              ...columns,
            })
            .returning('*');
    if (rows.length === 0) {
      const stored = await this.get(user, id);
      throw new ConflictError(
        stored
          ? `Draft '${id}' is at revision ${stored.revision}, but this save was made from revision ${draft.revision}; open the draft again to go on from what is stored.`
          : `Draft '${id}' is gone (deleted or sent), but this save was made from its revision ${draft.revision}; save it as a new draft (revision 0).`,
      );
    }
    return readable(rows[0]);
  }

  async delete(user: string, id: string): Promise<boolean> {
    const count = await this.#knex('drafts')
      .where({ user_ref: user, id })
      .delete();
    return count > 0;
  }
}

/** @throws `ConflictError` where a later release wrote it */
function readable(row: DraftRow): Draft {
  const draft = toDraft(row);
  if (!draft) {
    throw new ConflictError(
      `Draft '${row.id}' was written by a newer release of the portal; nothing was lost, open it again once the portal is updated.`,
    );
  }
  return draft;
}

/** `undefined` where a later release wrote it. */
function toDraft(row: DraftRow): Draft | undefined {
  const spec = readSpec(row.spec);
  return (
    spec && {
      id: row.id,
      revision: row.revision,
      spec,
      step: row.step,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    }
  );
}

function readSpec(stored: unknown): RequestSpec | undefined {
  try {
    return readStoredSpec(stored);
  } catch {
    return undefined;
  }
}
