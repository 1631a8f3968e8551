import type {
  RequestState,
  Waiting,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import {
  narrowToReadableRequests,
  type ReadableRequests,
} from '../database/narrowToReadableRequests';
import type { StoredRequest } from '../database/StoredRequest';

/** What happened longer ago says little of how work goes now. */
const DAYS = 180;
/** Of fewer requests nothing is told: chance, or one person's pace. */
const LEAST_REQUESTS = 5;

/**
 * What followed a state most often, and after how long.
 *
 * @remarks
 * One statement over the timelines of the requests that the reader may see. A
 * request is in `checking` from when it was sent, which has no entry of a
 * changed state. The median is over those passages that went on to `next`.
 *
 * @returns `undefined` where fewer than five requests left the state
 */
export async function usualNext(
  knex: Knex,
  { kind, state }: Pick<StoredRequest, 'kind' | 'state'>,
  readable: ReadableRequests,
): Promise<Waiting['usually']> {
  const visible = knex('requests')
    .select('id')
    .where({ kind })
    .where(builder => narrowToReadableRequests(builder, readable));
  const { rows } = await knex.raw<{
    rows: { next: RequestState; minutes: number; requests: string }[];
  }>(
    `with stays as (
       select request_id,
              coalesce(data ->> 'to', 'checking') as state,
              lead(data ->> 'to') over entries as next,
              lead(at) over entries - at as duration
         from request_timeline
        where type in ('submitted', 'state-changed')
          and at >= now() - ? * interval '1 day'
          and request_id in ?
       window entries as (partition by request_id order by sequence)),
     left_stays as (
       select * from stays where state = ? and next is not null)
     select next,
            percentile_cont(0.5) within group (
              order by extract(epoch from duration)::float8 / 60) as minutes,
            (select count(distinct request_id) from left_stays) as requests
       from left_stays
      group by next
      order by count(*) desc, next
      limit 1`,
    [DAYS, visible, state],
  );
  const [row] = rows;
  const requests = Number(row?.requests ?? 0);
  return row && requests >= LEAST_REQUESTS
    ? {
        next: row.next,
        medianMinutes: Math.max(0, Math.round(row.minutes)),
        requests,
      }
    : undefined;
}
