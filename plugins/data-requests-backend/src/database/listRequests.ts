import { InputError } from '@backstage/errors';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { isValid } from 'ulid';
import type { RequestFilter } from '../permissions/requestResource';
import { applyRequestFilter } from './applyRequestFilter';
import { fromRow, type RequestRow } from './requestRow';
import type { StoredRequest } from './StoredRequest';

/** Which requests a list shows. */
export interface RequestQuery {
  readonly view: 'all' | 'mine' | 'to-review';
  /** Who looks; needed for every view but `all`. */
  readonly viewer?: {
    readonly userEntityRef: string;
    readonly ownershipEntityRefs: readonly string[];
  };
  readonly states?: readonly RequestState[];
  readonly dataset?: string;
  readonly cursor?: string;
  readonly limit: number;
  /** What the viewer may see; absent where that is everything. */
  readonly allowed?: PermissionCriteria<RequestFilter>;
}

/** States in which a reviewer is waited for: to approve, or to merge. */
const WAITING_FOR_REVIEW: readonly RequestState[] = ['in-review', 'approved'];

/**
 * A page of requests, newest first.
 * @throws `InputError` where the cursor is not one of ours
 */
export async function listRequests(
  knex: Knex,
  query: RequestQuery,
): Promise<{ items: StoredRequest[]; nextCursor?: string }> {
  const rows: RequestRow[] = await knex('requests')
    .where(builder => {
      if (query.view !== 'all') {
        narrowToViewer(builder, query);
      }
      if (query.states) {
        builder.whereIn('state', [...query.states]);
      }
      if (query.dataset !== undefined) {
        builder.where('dataset_key', query.dataset);
      }
      if (query.cursor !== undefined) {
        builder.where('id', '<', parseCursor(query.cursor));
      }
      if (query.allowed) {
        applyRequestFilter(builder, query.allowed);
      }
    })
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  const items = rows.slice(0, query.limit).map(fromRow);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > query.limit ? last?.id : undefined,
  };
}

function narrowToViewer(builder: Knex.QueryBuilder, query: RequestQuery): void {
  const { viewer } = query;
  if (!viewer) {
    builder.whereRaw('false');
  } else if (query.view === 'mine') {
    builder.where(own =>
      own
        .where('requester', viewer.userEntityRef)
        .orWhereRaw('? = any (authors)', [viewer.userEntityRef]),
    );
  } else {
    builder
      .whereIn('state', [...WAITING_FOR_REVIEW])
      .whereRaw('reviewers && ?::text[]', [[...viewer.ownershipEntityRefs]])
      .whereRaw('not (? = any (authors))', [viewer.userEntityRef]);
  }
}

function parseCursor(cursor: string): string {
  if (!isValid(cursor)) {
    throw new InputError(
      `The cursor '${cursor}' is not one that this list gave; leave it out to start from the newest request.`,
    );
  }
  return cursor;
}
