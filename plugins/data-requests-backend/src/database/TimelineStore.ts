import {
  timelineEntrySchema,
  type TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';

type Unnumbered<T> = T extends unknown ? Omit<T, 'sequence' | 'at'> : never;

/** An entry before it has its place; `at` only where the forge knows it. */
export type NewTimelineEntry = Unnumbered<TimelineEntry> & {
  readonly at?: string;
};

/**
 * Adds an entry at the end of a request's timeline.
 *
 * @remarks
 * Must run in the transaction that changes the request: the row lock of the
 * counter makes sequences gapless however many write at once.
 */
export async function appendToTimeline(
  transaction: Knex.Transaction,
  requestId: string,
  entry: NewTimelineEntry,
): Promise<void> {
  const { type, actor, at, ...data } = entry;
  const [{ timeline_length: sequence }] = await transaction('requests')
    .where({ id: requestId })
    .increment('timeline_length', 1)
    .returning('timeline_length');
  await transaction('request_timeline').insert({
    request_id: requestId,
    sequence,
    ...(at && { at }),
    actor: actor ?? null,
    type,
    data: JSON.stringify(data),
  });
}

/** Whether the timeline says that a comment's suggestion was applied. */
export async function isApplied(
  knex: Knex,
  requestId: string,
  comment: string,
): Promise<boolean> {
  const row = await knex('request_timeline')
    .where({ request_id: requestId, type: 'suggestion-applied' })
    .whereRaw(`data ->> 'comment' = ?`, [comment])
    .first('sequence');
  return row !== undefined;
}

/** Reads timelines. */
export class TimelineStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All entries of a request, oldest first. */
  async list(requestId: string): Promise<TimelineEntry[]> {
    const rows: {
      sequence: number;
      at: Date;
      actor: string | null;
      type: string;
      data: object;
    }[] = await this.#knex('request_timeline')
      .where({ request_id: requestId })
      .orderBy('sequence');
    return rows.map(row =>
      timelineEntrySchema.parse({
        ...row.data,
        type: row.type,
        sequence: row.sequence,
        at: row.at.toISOString(),
        actor: row.actor ?? undefined,
      }),
    );
  }
}
