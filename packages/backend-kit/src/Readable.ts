import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';

/** Which rows somebody may read. @public */
export type Readable<TFilter> = 'all' | 'none' | PermissionCriteria<TFilter>;

/**
 * Narrows a query to the rows that a conditional decision allows, so that
 * neither rows nor counts of others ever leave the database.
 * @param applyLeaf - narrows to the rows of one rule
 * @public
 */
export function applyCriteria<TFilter>(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<TFilter>,
  applyLeaf: (query: Knex.QueryBuilder, filter: TFilter) => void,
): void {
  if (isOrCriteria(criteria)) {
    query.where(inner => {
      for (const each of criteria.anyOf) {
        inner.orWhere(nested => applyCriteria(nested, each, applyLeaf));
      }
    });
  } else if (isAndCriteria(criteria)) {
    query.where(inner => {
      for (const each of criteria.allOf) {
        inner.andWhere(nested => applyCriteria(nested, each, applyLeaf));
      }
    });
  } else if (isNotCriteria(criteria)) {
    query.whereNot(nested => applyCriteria(nested, criteria.not, applyLeaf));
  } else {
    applyLeaf(query, criteria);
  }
}

/** Narrows a query to what somebody may read. @public */
export function narrowToReadable<TFilter>(
  query: Knex.QueryBuilder,
  readable: Readable<TFilter>,
  applyLeaf: (query: Knex.QueryBuilder, filter: TFilter) => void,
): void {
  if (readable === 'none') {
    query.whereRaw('false');
  } else if (readable !== 'all') {
    applyCriteria(query, readable, applyLeaf);
  }
}
