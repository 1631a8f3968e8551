import type { Caller } from '@suido/backend-kit';
import type {
  SearchQuery,
  SearchResult,
} from '@suido/backstage-plugin-data-catalog-common';
import type { DatasetGate } from '../permissions/DatasetGate';
import type { SearchService } from '../search/SearchService';

/** Finds what the caller may read; whoever may read nothing finds nothing. */
export class AuthorizedSearchService {
  readonly #gate: DatasetGate;
  readonly #search: SearchService;

  constructor(options: { gate: DatasetGate; search: SearchService }) {
    this.#gate = options.gate;
    this.#search = options.search;
  }

  /** @throws `InputError` where the cursor is of another search */
  async search(query: SearchQuery, caller: Caller): Promise<SearchResult> {
    return this.#search.search(
      query,
      await this.#gate.readableOrNone(caller.credentials),
    );
  }
}
