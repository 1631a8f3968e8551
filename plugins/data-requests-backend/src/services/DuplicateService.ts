import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Caller } from '@suido/backend-kit';
import type {
  Check,
  Duplicate,
  RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { ReadableRequests } from '../database/narrowToReadableRequests';
import { parseSubject } from '../duplicates/DuplicateCandidate';
import type { DuplicateFinder } from '../duplicates/DuplicateFinder';
import { likelyDuplicateChecks } from '../duplicates/likelyDuplicateChecks';
import { ChecksFailedError } from './evaluateToSend';

/** What looks like a spec, as far as the caller may see it. */
export class DuplicateService {
  readonly #finder: DuplicateFinder;
  readonly #readable: (
    credentials: BackstageCredentials,
  ) => Promise<ReadableRequests>;

  constructor(options: {
    finder: DuplicateFinder;
    readable: (credentials: BackstageCredentials) => Promise<ReadableRequests>;
  }) {
    this.#finder = options.finder;
    this.#readable = options.readable;
  }

  /**
   * Most alike first.
   * @param revises - a request that the spec is another version of
   * @throws `NotFoundError` for an unknown target
   */
  async find(
    spec: RequestSpec,
    caller: Caller,
    revises?: string,
  ): Promise<Duplicate[]> {
    const readable = await this.#readable(caller.credentials);
    return this.#finder.find(spec, { readable, revises });
  }

  /** One failed check for each that the spec says nothing about. */
  async unanswered(
    spec: RequestSpec,
    caller: Caller,
    revises?: string,
  ): Promise<Check[]> {
    return likelyDuplicateChecks(
      await this.find(spec, caller, revises),
      spec.differences,
    );
  }

  /**
   * Refuses a spec that looks like something that the caller can see, unless
   * it says why it differs.
   * @throws `ChecksFailedError` with one check for each
   */
  async requireDifferences(
    spec: RequestSpec,
    caller: Caller,
    revises?: string,
  ): Promise<void> {
    const checks = await this.unanswered(spec, caller, revises);
    if (checks.length > 0) {
      throw new ChecksFailedError(checks);
    }
  }

  /**
   * How alike one thing and a spec are.
   * @returns `undefined` where the caller sees no such thing
   */
  async score(
    subject: string,
    spec: RequestSpec,
    caller: Caller,
  ): Promise<number | undefined> {
    const readable = await this.#readable(caller.credentials);
    return this.#finder.score(parseSubject(subject), spec, readable);
  }
}
