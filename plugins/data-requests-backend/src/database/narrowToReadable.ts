import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { RequestFilter } from '../permissions/requestResource';
import { applyRequestFilter } from './applyRequestFilter';

/** Which requests somebody may read. */
export type ReadableRequests =
  | 'all'
  | 'none'
  | PermissionCriteria<RequestFilter>;

/** Narrows a query of `requests` to what somebody may read. */
export function narrowToReadable(
  query: Knex.QueryBuilder,
  readable: ReadableRequests,
): void {
  if (readable === 'none') {
    query.whereRaw('false');
  } else if (readable !== 'all') {
    applyRequestFilter(query, readable);
  }
}
