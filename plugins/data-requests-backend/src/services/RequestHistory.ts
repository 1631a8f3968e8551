import { NotFoundError } from '@backstage/errors';
import type { Caller } from '@suido/backend-kit';
import type {
  FileChange,
  RequestCommit,
  RequestEffect,
} from '@suido/backstage-plugin-data-requests-common';
import type { ForgeCommit } from '@suido/backstage-plugin-data-requests-node';
import type { Tier } from '@suido/vocabulary';
import type { RequestStore } from '../database/RequestStore';
import type { RevisionStore } from '../database/RevisionStore';
import type { StoredRequest } from '../database/StoredRequest';
import type { TimelineStore } from '../database/TimelineStore';
import type { CommitSide, EffectComputer } from '../effect/EffectComputer';
import type { Targets } from '../targets/Targets';
import { revisionsOfCommits, type SentRevision } from './revisionsOfCommits';

/** An effect, with the tier of what its rows were computed on. */
export interface ComputedEffect {
  readonly effect: RequestEffect;
  readonly tier: Tier;
}

/** What became of a request, commit by commit. */
export class RequestHistory {
  readonly #options: {
    store: RequestStore;
    revisions: RevisionStore;
    timeline: TimelineStore;
    targets: Targets;
    effects: EffectComputer;
  };

  constructor(options: {
    store: RequestStore;
    revisions: RevisionStore;
    timeline: TimelineStore;
    targets: Targets;
    effects: EffectComputer;
  }) {
    this.#options = options;
  }

  /** Commits on the branch, oldest first; none before there is a branch. */
  async commits(id: string): Promise<RequestCommit[]> {
    const request = await this.#options.store.get(id);
    if (!request.proposal) {
      return [];
    }
    const { forge, repository } = this.#options.targets.get(request.target);
    const commits = await forge.commits(repository, request.proposal.number);
    const revisions = await this.#revisionsOf(request);
    return commits.map(commit => presented(commit, revisions.get(commit.sha)));
  }

  /**
   * The files that differ between two commits of the branch.
   * @throws `NotFoundError` for a commit that is not on it
   */
  async compareFiles(
    id: string,
    range: { from: string; to: string },
  ): Promise<FileChange[]> {
    const { target, proposal } = await this.#proposed(id);
    const { forge, repository } = this.#options.targets.get(target);
    return [...(await forge.files(repository, proposal.number, range))];
  }

  /**
   * What differs between two commits of the branch.
   * @throws `NotFoundError` for a commit that is not on it
   */
  async effect(
    id: string,
    { from, to }: { from: string; to: string },
    { caller, signal }: { caller: Caller; signal?: AbortSignal },
  ): Promise<ComputedEffect> {
    const request = await this.#proposed(id);
    const { forge, repository } = this.#options.targets.get(request.target);
    const { number } = request.proposal;
    const files = await forge.files(repository, number, { from, to });
    const { columns, rows, tier } = await this.#options.effects.compute(
      await this.#sides(request, number, [from, to]),
      {
        readableTier: request.tier,
        credentials: caller.credentials,
        signal,
      },
    );
    return {
      effect: {
        from,
        to,
        files: [...files],
        ...(columns && { columns }),
        rows,
      },
      tier,
    };
  }

  /**
   * Both commits, with spec and query where the portal made them. A commit of
   * somebody else that left the query as the portal's commit before it had it
   * makes the same rows, so it counts as that one.
   */
  async #sides(
    request: StoredRequest,
    number: number,
    [from, to]: readonly [string, string],
  ): Promise<[CommitSide, CommitSide]> {
    const { forge, repository } = this.#options.targets.get(request.target);
    const commits = await forge.commits(repository, number);
    const revisions = await this.#revisionsOf(request);
    const model = (await forge.files(repository, number)).find(({ path }) =>
      path.endsWith(`/${request.name}.sql`),
    );
    const queryAt = async (sha: string) =>
      model && (await forge.snapshot(repository, sha)).read(model.path);
    const side = async (sha: string): Promise<CommitSide> => {
      const at = commits.findIndex(commit => commit.sha === sha);
      const ours = commits
        .slice(0, at + 1)
        .findLast(({ origin }) => origin === 'portal');
      const spec = ours && revisions.get(ours.sha)?.spec;
      if (!spec) {
        return {};
      }
      const query = await queryAt(sha);
      return ours.sha === sha || query === (await queryAt(ours.sha))
        ? { made: { spec, query } }
        : {};
    };
    return [await side(from), await side(to)];
  }

  async #proposed(id: string) {
    const request = await this.#options.store.get(id);
    const { proposal } = request;
    if (!proposal) {
      throw new NotFoundError(
        `Request '${id}' has no pull request yet; it is '${request.state}'.`,
      );
    }
    return { ...request, proposal };
  }

  async #revisionsOf(
    request: StoredRequest,
  ): Promise<ReadonlyMap<string, SentRevision>> {
    const { revisions, timeline } = this.#options;
    return revisionsOfCommits(
      request,
      await revisions.list(request.id),
      await timeline.list(request.id),
    );
  }
}

function presented(
  { sha, at, title, author, origin }: ForgeCommit,
  sent: SentRevision | undefined,
): RequestCommit {
  return {
    sha,
    at,
    title,
    origin,
    author: author.entityRef ?? author.name,
    ...(origin === 'portal' &&
      sent && { revision: sent.revision, checks: [...sent.checks] }),
  };
}
