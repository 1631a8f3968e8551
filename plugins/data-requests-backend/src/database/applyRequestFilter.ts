import { applyCriteria } from '@suido/backend-kit';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { RequestFilter } from '../permissions/requestResource';

/** Narrows a query of `requests` to the rows that a decision allows. */
export function applyRequestFilter(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<RequestFilter>,
): void {
  applyCriteria(query, criteria, applyLeaf);
}

/** Narrows a query of `requests` to the rows of one rule. */
export function applyLeaf(
  query: Knex.QueryBuilder,
  filter: RequestFilter,
): void {
  if (filter.property === 'tier') {
    query.where('tier', '<', filter.below);
  } else {
    query.whereIn(filter.property, filter.oneOf);
  }
}
