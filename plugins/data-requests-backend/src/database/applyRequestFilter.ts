import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { RequestFilter } from '../permissions/requestResource';

/**
 * Narrows a query of `requests` to the rows that a conditional decision
 * allows, so that neither rows nor counts of others ever leave the database.
 */
export function applyRequestFilter(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<RequestFilter>,
): void {
  if ('anyOf' in criteria) {
    query.where(inner => {
      for (const each of criteria.anyOf) {
        inner.orWhere(nested => applyRequestFilter(nested, each));
      }
    });
  } else if ('allOf' in criteria) {
    query.where(inner => {
      for (const each of criteria.allOf) {
        inner.andWhere(nested => applyRequestFilter(nested, each));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(nested => applyRequestFilter(nested, criteria.not));
  } else {
    applyLeaf(query, criteria);
  }
}

function applyLeaf(query: Knex.QueryBuilder, filter: RequestFilter): void {
  if (filter.property === 'tier') {
    query.where('tier', '<', filter.below);
  } else {
    query.whereIn(filter.property, filter.oneOf);
  }
}
