import { narrowToReadable, type Readable } from '@suido/backend-kit';
import type { Knex } from 'knex';
import type { RequestFilter } from '../permissions/requestResource';
import { applyLeaf } from './applyRequestFilter';

/** Which requests somebody may read. */
export type ReadableRequests = Readable<RequestFilter>;

/** Narrows a query of `requests` to what somebody may read. */
export function narrowToReadableRequests(
  query: Knex.QueryBuilder,
  readable: ReadableRequests,
): void {
  narrowToReadable(query, readable, applyLeaf);
}
