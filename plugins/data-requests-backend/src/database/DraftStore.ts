import { ConflictError } from '@backstage/errors';
import type {
  Draft,
  RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';

interface DraftRow {
  id: string;
  revision: number;
  spec: RequestSpec;
  step: number;
  created_at: Date;
  updated_at: Date;
}

/** Unfinished requests; every operation is of one person. */
export class DraftStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
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
    return rows.map(toDraft);
  }

  async get(user: string, id: string): Promise<Draft | undefined> {
    const row: DraftRow | undefined = await this.#knex('drafts')
      .where({ user_ref: user, id })
      .first();
    return row && toDraft(row);
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
   * @throws `ConflictError` that names both revisions
   */
  async save(
    user: string,
    id: string,
    draft: Pick<Draft, 'revision' | 'spec' | 'step'>,
  ): Promise<Draft> {
    const columns = { spec: JSON.stringify(draft.spec), step: draft.step };
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
    return toDraft(rows[0]);
  }

  async delete(user: string, id: string): Promise<boolean> {
    const count = await this.#knex('drafts')
      .where({ user_ref: user, id })
      .delete();
    return count > 0;
  }
}

function toDraft(row: DraftRow): Draft {
  return {
    id: row.id,
    revision: row.revision,
    spec: row.spec,
    step: row.step,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
