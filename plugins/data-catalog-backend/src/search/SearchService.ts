import {
  FACETS,
  type SearchQuery,
  type SearchResult,
} from '@suido/backstage-plugin-data-catalog-common';
import { readQuery, type QueryTerm } from '@suido/search-text';
import type { Knex } from 'knex';
import type { ReadableDatasets } from '../permissions/DatasetGate';
import { presentEntries } from './presentEntries';
import { countReadable } from './query/countReadable';
import { readCursor, writeCursor } from './query/cursor';
import { KIND_ORDER } from './query/entries';
import { EXACT_UP_TO, findEntries, type Entries } from './query/findEntries';
import { matchingColumns } from './query/matchingColumns';
import { mendWords } from './query/mendWords';
import { narrowingsOf } from './query/Narrowings';
import { mustQuery, type Reading } from './query/Reading';
import { createReadings, type Readings } from './query/readings';
import { Synonyms } from './query/synonyms';

/** From so many results on nothing wider is tried. */
const ENOUGH_RESULTS = 3;

/** Place of the synonyms among the attempts. */
const SYNONYMS = 2;

const NO_ENTRIES: Entries = { page: [], total: 0, unnarrowed: 0, facets: [] };

/** One way to understand a query. */
interface Attempt {
  readonly typed: string;
  readonly reading: Reading;
  readonly corrected?: string;
}

/** What was found, and how the query was understood for it. */
interface Understood {
  readonly entries: Entries;
  readonly place: number;
  readonly typed: string;
  /** Absent where everything is listed. */
  readonly reading?: Reading;
  readonly corrected?: string;
}

/** The result of whoever may read nothing, and of no words at all. */
export function nothing(): SearchResult {
  return {
    items: [],
    facets: FACETS.map(facet => ({ facet, values: [] })),
    total: { count: 0, isExact: true },
  };
}

/**
 * Finds datasets with their columns, saved queries and dashboards.
 *
 * @remarks
 * A query is read in stages, from the narrowest: as it is written with the
 * last word perhaps unfinished, every word perhaps unfinished, with other words
 * for the same, with its typos mended, by most of its words. The first
 * reading that finds something counts; synonyms are added where that is
 * little. Everything is narrowed in SQL to what the reader may see, so what
 * they may not shows neither in results nor in counts nor in mended words.
 */
export class SearchService {
  readonly #knex: Knex;
  readonly #readings: Readings;

  /** @param options - `synonyms`: further groups of words that mean the same */
  constructor(
    knex: Knex,
    options: { synonyms?: readonly (readonly string[])[] } = {},
  ) {
    this.#knex = knex;
    this.#readings = createReadings(new Synonyms(options.synonyms));
  }

  /** @throws `InputError` where the cursor is of another search */
  async search(
    query: SearchQuery,
    readable: ReadableDatasets,
  ): Promise<SearchResult> {
    const { cursor, limit, ...asked } = query;
    const after = cursor === undefined ? undefined : readCursor(cursor, asked);
    const terms = readQuery(query.q);
    if (readable === 'none' || (terms.length === 0 && query.q.trim() !== '')) {
      return nothing();
    }
    const narrowings = narrowingsOf(query);
    const find = (typed: string, reading?: Reading) =>
      findEntries(
        this.#knex,
        { typed, reading, narrowings, readable },
        { after, limit: limit + 1 },
      );
    const understood =
      terms.length === 0
        ? { entries: await find(''), place: 0, typed: '' }
        : await this.#understand(query.q, terms, {
            find,
            readable,
            paged: after?.reading,
          });
    return this.#present(understood, asked, limit);
  }

  /** The first reading that finds something, or the one that is paged. */
  async #understand(
    typed: string,
    terms: readonly QueryTerm[],
    options: {
      find: (typed: string, reading: Reading) => Promise<Entries>;
      readable: ReadableDatasets;
      paged?: number;
    },
  ): Promise<Understood> {
    const { find, readable, paged } = options;
    const attempts = this.#attempts(typed, terms, readable);
    let best: Understood | undefined;
    for (const [place, read] of attempts.entries()) {
      const isWanted =
        paged === undefined ? !best || place === SYNONYMS : place === paged;
      const attempt = isWanted
        ? await read(best?.entries.unnarrowed ?? 0)
        : undefined;
      if (attempt) {
        const entries = await find(attempt.typed, attempt.reading);
        if (!best || entries.unnarrowed > best.entries.unnarrowed) {
          best = entries.unnarrowed > 0 ? { ...attempt, entries, place } : best;
        }
        if (best && best.entries.unnarrowed >= ENOUGH_RESULTS) {
          break;
        }
      }
    }
    return best ?? { entries: NO_ENTRIES, place: 0, typed };
  }

  /** Each is given how many results there are already. */
  #attempts(
    typed: string,
    terms: readonly QueryTerm[],
    readable: ReadableDatasets,
  ): ((beyond: number) => Promise<Attempt | undefined>)[] {
    const readings = this.#readings;
    const synonymous = readings.synonymous(terms);
    // To see whether there is more costs less than to rank and count it.
    const ifWider = async (reading: Reading, beyond: number) => {
      const must = mustQuery('anywhere', reading);
      const [count] = await countReadable(this.#knex, [must], readable);
      return count > beyond ? { typed, reading } : undefined;
    };
    return [
      async () => ({ typed, reading: readings.asWritten(terms) }),
      beyond =>
        terms.length > 1 || terms[0].words.length > 1
          ? ifWider(readings.beginnings(terms), beyond)
          : Promise.resolve(undefined),
      async beyond => synonymous && ifWider(synonymous, beyond),
      async () => {
        const mended = await mendWords(this.#knex, terms, readable);
        if (!mended) {
          return undefined;
        }
        const corrected = mended.map(wordsOf).join(' ');
        return {
          typed: corrected,
          reading: readings.asWritten(mended),
          corrected,
        };
      },
      async () => ({ typed, reading: readings.most(terms) }),
    ];
  }

  async #present(
    { entries, place, typed, reading, corrected }: Understood,
    asked: unknown,
    limit: number,
  ): Promise<SearchResult> {
    const page = entries.page.slice(0, limit);
    const last = page.at(-1);
    const datasets = page.filter(({ kind }) => kind === 'dataset');
    const columns = reading
      ? await matchingColumns(
          this.#knex,
          { typed, reading },
          datasets.map(({ subject }) => subject),
        )
      : new Map<string, string[]>();
    return {
      items: await presentEntries(this.#knex, page, columns),
      facets: FACETS.map(facet => ({
        facet,
        values: entries.facets
          .filter(each => each.facet === facet)
          .map(({ value, count }) => ({ value, count })),
      })),
      total: {
        count: Math.min(entries.total, EXACT_UP_TO),
        isExact: entries.total <= EXACT_UP_TO,
      },
      nextCursor:
        last && entries.page.length > limit
          ? writeCursor(
              {
                reading: place,
                rank: last.rank,
                kindOrder: KIND_ORDER[last.kind],
                subject: last.subject,
                column: last.column,
              },
              asked,
            )
          : undefined,
      corrected,
    };
  }
}

function wordsOf({ words }: QueryTerm): string {
  return words.map(({ text }) => text).join(' ');
}
