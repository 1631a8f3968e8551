import type { StoredEvaluation } from '../database/StoredRequest';
import { LruMap } from '../repository/LruMap';

/** Requests that a few people look at. */
const CACHED_EVALUATIONS = 200;
/** A page is read again within it; new data in the warehouse shows after it. */
const FRESH_MS = 60_000;

/** What an evaluation was made from. */
export interface EvaluationKey {
  readonly id: string;
  readonly version: number;
  /** Commit of the base branch that the spec was checked against. */
  readonly baseSha: string;
  /** Entity ref of the person who may see what it was computed on. */
  readonly user: string;
}

/**
 * Remembers for a short time what was found out about a request.
 *
 * @remarks
 * Nothing in it is shared between people: checks speak of sample rows, which
 * are read with the permissions of whoever looks. Rows themselves are not kept.
 * Callers that ask at once share one evaluation; one that fails is forgotten.
 */
export class EvaluationCache {
  readonly #now: () => number;
  readonly #entries = new LruMap<
    string,
    { readonly until: number; readonly evaluation: Promise<StoredEvaluation> }
  >(CACHED_EVALUATIONS);

  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  async get(
    { id, version, baseSha, user }: EvaluationKey,
    evaluate: () => Promise<StoredEvaluation>,
  ): Promise<StoredEvaluation> {
    const key = [id, version, baseSha, user].join('\n');
    const known = this.#entries.get(key);
    if (known && this.#now() < known.until) {
      return known.evaluation;
    }
    const entry = {
      until: this.#now() + FRESH_MS,
      evaluation: evaluate().catch(error => {
        if (this.#entries.get(key) === entry) {
          this.#entries.delete(key);
        }
        throw error;
      }),
    };
    this.#entries.set(key, entry);
    return entry.evaluation;
  }
}
