import type { Knex } from 'knex';

/** What served instead of a mart that was never asked for. */
export interface Reuse {
  readonly target: string;
  /** What the draft was called. */
  readonly name: string;
  /** `dataset:<key>` or `request:<id>`. */
  readonly subject: string;
  /** How alike they were, 0 to 1. */
  readonly score: number;
}

/** Drafts that ended because something that exists serves as well. */
export class ReuseStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The subject that a draft ended for. */
  async find(user: string, draftId: string): Promise<string | undefined> {
    const row: { subject: string } | undefined = await this.#knex('reuses')
      .where({ user_ref: user, draft_id: draftId })
      .first('subject');
    return row?.subject;
  }

  /**
   * Throws a draft away and records what serves instead, both or neither.
   *
   * @remarks
   * The delete takes the draft's row lock first, so of two calls at once, or
   * of one beside a submit, exactly one finds the draft.
   *
   * @returns false where there is no such draft; nothing is recorded then
   */
  async endDraft(
    user: string,
    draftId: string,
    reuse: Reuse,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const count = await transaction('drafts')
        .where({ user_ref: user, id: draftId })
        .delete();
      if (count === 0) {
        return false;
      }
      const row = { user_ref: user, draft_id: draftId, ...reuse };
      await transaction('reuses')
        .insert(row)
        .onConflict(['user_ref', 'draft_id'])
        .merge({ ...reuse, at: transaction.fn.now() });
      return true;
    });
  }
}
