import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  OPEN_STATES,
  type Duplicate,
  type RequestSpec,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import {
  listMartRequests,
  type MartRequestQuery,
} from '../database/listMartRequests';
import type { ReadableRequests } from '../database/narrowToReadableRequests';
import type { StoredRequest } from '../database/StoredRequest';
import type { MartDescription } from '../evaluation/describeMarts';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import {
  describedAs,
  type DuplicateCandidate,
  type DuplicateSubject,
} from './DuplicateCandidate';
import { summarizeMart, summarizeSpec, type MartSummary } from './MartSummary';
import { rankDuplicates } from './rankDuplicates';
import { scoreDuplicate } from './scoreDuplicate';

/** Most marts, and most requests, that one spec is compared with. */
const MOST_CANDIDATES = 200;

/** States in which a request stands for a mart that there is or will be. */
const SERVING_STATES: readonly RequestState[] = [
  ...OPEN_STATES,
  'merged',
  'deployed',
];

/**
 * Finds what looks like a spec: marts of its repository, and open requests.
 *
 * @remarks
 * A request that the reader may not see has no part in it: the database never
 * gives it out, so it is neither compared nor counted, and takes the place of
 * nothing among the {@link MOST_CANDIDATES}.
 */
export class DuplicateFinder {
  readonly #knex: Knex;
  readonly #evaluator: RequestEvaluator;
  readonly #logger: LoggerService;
  /** The evaluator gives the same list until the repository moves. */
  readonly #marts = new WeakMap<
    readonly MartDescription[],
    readonly DuplicateCandidate[]
  >();

  constructor(options: {
    knex: Knex;
    evaluator: RequestEvaluator;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#evaluator = options.evaluator;
    this.#logger = options.logger;
  }

  /**
   * Most alike first.
   * @param options - `revises`: a request that the spec is another version of
   * @throws `NotFoundError` for an unknown target
   */
  async find(
    spec: RequestSpec,
    options: { readable: ReadableRequests; revises?: string },
  ): Promise<Duplicate[]> {
    const summarize = await this.#summarizer(spec.target);
    const summary = summarize(spec);
    const requests = await this.#requests(summarize, {
      readable: options.readable,
      states: OPEN_STATES,
      target: spec.target,
      without: options.revises,
      sources: [...summary.sources.keys()],
      limit: MOST_CANDIDATES,
    });
    const marts = closest(await this.#allMarts(spec.target), summary);
    return rankDuplicates([...marts, ...requests], summary);
  }

  /**
   * How alike one thing and a spec are.
   * @returns `undefined` where the reader sees no such mart or request
   */
  async score(
    subject: DuplicateSubject,
    spec: RequestSpec,
    readable: ReadableRequests,
  ): Promise<number | undefined> {
    const summarize = await this.#summarizer(spec.target);
    const candidates =
      subject.kind === 'dataset'
        ? await this.#allMarts(spec.target)
        : await this.#requests(summarize, {
            readable,
            states: SERVING_STATES,
            id: subject.id,
            sources: [],
            limit: 1,
          });
    const found = candidates.find(
      candidate => candidate.subject === `${subject.kind}:${subject.id}`,
    );
    return found && scoreDuplicate(found.summary, summarize(spec)).score;
  }

  async #allMarts(target: string): Promise<readonly DuplicateCandidate[]> {
    const marts = await this.#evaluator.listMarts(target);
    const known = this.#marts.get(marts);
    if (known) {
      return known;
    }
    const candidates = marts.map(
      (mart): DuplicateCandidate => ({
        subject: `dataset:${mart.key}`,
        kind: 'dataset',
        name: mart.name,
        description: describedAs(mart.definition, mart.question),
        owner: mart.owner,
        summary: summarizeMart(mart),
      }),
    );
    this.#marts.set(marts, candidates);
    return candidates;
  }

  async #requests(
    summarize: (spec: RequestSpec) => MartSummary,
    query: MartRequestQuery,
  ): Promise<DuplicateCandidate[]> {
    const requests = await listMartRequests(this.#knex, query);
    return requests.flatMap(request => {
      try {
        return [requestCandidate(request, summarize)];
      } catch (error) {
        // A later release wrote it
        this.#logger.warn(`Not compared with a spec: ${stringifyError(error)}`);
        return [];
      }
    });
  }

  /** Specs hold keys of datasets; people know them by their names. */
  async #summarizer(
    target: string,
  ): Promise<(spec: RequestSpec) => MartSummary> {
    const datasets = await this.#evaluator.listDatasets(target);
    const names = new Map(datasets.map(({ key, name }) => [key, name]));
    return spec => summarizeSpec(spec, key => names.get(key));
  }
}

function requestCandidate(
  request: StoredRequest,
  summarize: (spec: RequestSpec) => MartSummary,
): DuplicateCandidate {
  const { spec } = request;
  return {
    subject: `request:${request.id}`,
    kind: 'request',
    name: request.name,
    description: describedAs(spec.definition, spec.question),
    number: request.number,
    owner: request.owner,
    summary: summarize(spec),
  };
}

/** Those that share most sources; of equals the first by name. */
function closest(
  candidates: readonly DuplicateCandidate[],
  { sources }: MartSummary,
): readonly DuplicateCandidate[] {
  if (candidates.length <= MOST_CANDIDATES) {
    return candidates;
  }
  return candidates
    .map(candidate => ({
      candidate,
      shared: [...candidate.summary.sources.keys()].filter(key =>
        sources.has(key),
      ).length,
    }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate }) => candidate);
}
