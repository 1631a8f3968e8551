import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import {
  narrowToReadableRequests,
  type ReadableRequests,
} from './narrowToReadableRequests';
import { fromRow, type RequestRow } from './requestRow';
import type { StoredRequest } from './StoredRequest';

/** Which requests are compared with a spec. */
export interface MartRequestQuery {
  readonly readable: ReadableRequests;
  readonly states: readonly RequestState[];
  readonly target?: string;
  readonly id?: string;
  /** One that is left out. */
  readonly without?: string;
  /** Keys of datasets: who reads more of them comes first. */
  readonly sources: readonly string[];
  readonly limit: number;
}

/**
 * Requests for marts that somebody may read, those that share most sources
 * first, then the newest. A row that they may not read is not ranked either:
 * the filter comes before the order.
 */
export async function listMartRequests(
  knex: Knex,
  query: MartRequestQuery,
): Promise<StoredRequest[]> {
  const rows: RequestRow[] = await knex('requests')
    .where({ kind: 'data-mart' })
    .whereIn('state', [...query.states])
    .where(builder => {
      if (query.target !== undefined) {
        builder.where('target', query.target);
      }
      if (query.id !== undefined) {
        builder.where('id', query.id);
      }
      if (query.without !== undefined) {
        builder.whereNot('id', query.without);
      }
      narrowToReadableRequests(builder, query.readable);
    })
    .orderByRaw(
      `(select count(distinct source ->> 'dataset')
          from jsonb_path_query(spec, '$.sources[*]') source
         where source ->> 'dataset' = any (?::text[])) desc`,
      [[...query.sources]],
    )
    .orderBy('id', 'desc')
    .limit(query.limit);
  return rows.map(fromRow);
}
