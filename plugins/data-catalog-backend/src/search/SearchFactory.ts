import type { Knex } from 'knex';
import type { Handlers, RouteContext } from '../routes/RouteContext';
import type { DatasetGate } from '../permissions/DatasetGate';
import type { SearchIndex } from './SearchIndex';

/** What makes datasets found by words. */
export interface Search {
  readonly index: SearchIndex;
  routes(
    context: Pick<RouteContext, 'callers'> & { readonly gate: DatasetGate },
  ): Pick<Handlers, 'search'>;
}

/** Creates it on the plugin's database, whose tables are up to date. */
export type SearchFactory = (knex: Knex) => Search;
