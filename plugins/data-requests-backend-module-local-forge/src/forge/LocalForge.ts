import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  FileChange,
  ReviewVerdict,
} from '@suido/backstage-plugin-data-requests-common';
import type {
  CommentInput,
  CommitInput,
  Forge,
  ForgeActor,
  ForgeComment,
  ForgeCommit,
  ForgeRepository,
  ForgeSnapshot,
  Mergeability,
  Proposal,
  ProposeInput,
  UpdateInput,
} from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import type { LocalForgeConfig } from '../config/readLocalForgeConfig';
import { seedRepository } from '../git/seedRepository';
import { branchCommits, shownCommit } from './branchCommits';
import { comment } from './comment';
import { commit } from './commit';
import { followAll } from './followAll';
import { ForgeContext, normalRef, refsOf } from './ForgeContext';
import { isRepeated } from './isRepeated';
import { LocalForgeSnapshot } from './LocalForgeSnapshot';
import { merge, mergeability, refuseOwnRequest } from './merge';
import { filesBetween, filesOf, shown, validateText } from './proposalView';
import { propose, validateProposal } from './propose';
import { reconcile } from './reconcile';
import { validateFiles } from './requestedFiles';
import { update } from './update';

/*
 * Bare git repositories on this host, with proposals, reviews and comments in
 * PostgreSQL.
 *
 * Two stores cannot change in one step, so one of them leads: git. Every change
 * runs alone on its repository (`RepositoryLock`), writes objects, moves one
 * ref by compare-and-swap, then writes rows. Dying before the ref moved leaves
 * objects that nothing points to; dying after it leaves rows that are behind,
 * and whoever reads next lets them follow (`reconcile`), or repeats the call
 * and finds the work done (`propose` by its key, `update` and `commit` by the
 * parent and what the commit says of itself, `merge` by the head being
 * contained). No step needs undoing.
 *
 * Somebody may push to the same repository with git meanwhile. The ref's own
 * lock file keeps the two apart; the loser is told to read again.
 */

/** The forge that needs no account: see the README for its limits. @public */
export class LocalForge implements Forge {
  private readonly context: ForgeContext;

  constructor(config: LocalForgeConfig, knex: Knex) {
    this.context = new ForgeContext(config, knex);
  }

  /**
   * Makes the repositories that are not there yet, and lets rows follow git.
   * @param warn - told of what cannot be read; see `followAll`
   * @returns the names of those it made
   */
  async start(warn: (message: string) => void): Promise<string[]> {
    const made: string[] = [];
    const { config, personOf } = this.context;
    for (const entry of config.repositories) {
      const repository = {
        target: entry.name,
        repository: entry.name,
        baseBranch: entry.defaultBranch,
        allowedPaths: [],
      };
      await this.context.change(repository, async ({ git, store }) => {
        const proposals = await store.open(entry.name);
        // What is open was made somewhere: a disk that is not mounted must not
        // get a new repository instead.
        const isNew = proposals.length === 0;
        if (isNew && (await seedRepository(config.directory, entry))) {
          made.push(entry.name);
        }
        await followAll(git, store, proposals, personOf, warn);
      });
    }
    return made;
  }

  async snapshot(
    repository: ForgeRepository,
    ref: string = repository.baseBranch,
  ): Promise<ForgeSnapshot> {
    const git = this.context.git(repository.repository);
    const commitSha = await git.resolve(ref);
    if (commitSha === undefined) {
      throw new NotFoundError(
        `Repository ${
          repository.repository
        } has no branch, tag or commit ${JSON.stringify(ref)}`,
      );
    }
    return new LocalForgeSnapshot(git, commitSha);
  }

  async propose(
    repository: ForgeRepository,
    input: ProposeInput,
  ): Promise<Proposal> {
    validateProposal(input, repository.allowedPaths);
    validateText({ title: input.title, body: input.body });
    return await this.context.change(repository, async context => {
      const found = await propose(context, input);
      const current = await reconcile(
        context.git,
        context.store,
        found,
        this.context.personOf,
      );
      return await shown(context.store, current);
    });
  }

  async update(
    repository: ForgeRepository,
    number: number,
    input: UpdateInput,
  ): Promise<Proposal> {
    validateFiles(input.files, repository.allowedPaths);
    validateText({ title: input.title, body: input.body });
    return await this.context.changeProposal(
      repository,
      number,
      async (context, proposal) =>
        await shown(context.store, await update(context, proposal, input)),
    );
  }

  async get(
    repository: ForgeRepository,
    number: number,
  ): Promise<Proposal | undefined> {
    const proposal = await this.context.read(repository, number);
    return proposal && (await shown(this.context.store, proposal));
  }

  async files(
    repository: ForgeRepository,
    number: number,
    range?: { readonly from: string; readonly to: string },
  ): Promise<readonly FileChange[]> {
    const proposal = await this.context.require(repository, number);
    const git = this.context.git(repository.repository);
    return await (range
      ? filesBetween(git, proposal, range)
      : filesOf(git, proposal));
  }

  async commits(
    repository: ForgeRepository,
    number: number,
  ): Promise<readonly ForgeCommit[]> {
    const proposal = await this.context.require(repository, number);
    const git = this.context.git(repository.repository);
    const commits = await branchCommits(git, proposal);
    return commits.map(each =>
      shownCommit(each, proposal, this.context.personOf),
    );
  }

  async commit(
    repository: ForgeRepository,
    number: number,
    input: CommitInput,
  ): Promise<Proposal> {
    validateFiles(
      input.files.map(file => ({ action: 'create', ...file })),
      repository.allowedPaths,
    );
    return await this.context.changeProposal(
      repository,
      number,
      async (context, proposal) =>
        await shown(context.store, await commit(context, proposal, input)),
    );
  }

  async mergeability(
    repository: ForgeRepository,
    number: number,
  ): Promise<Mergeability> {
    const proposal = await this.context.require(repository, number);
    const git = this.context.git(repository.repository);
    return await mergeability(git, proposal);
  }

  async comment(
    repository: ForgeRepository,
    number: number,
    input: CommentInput,
  ): Promise<ForgeComment> {
    return await this.context.changeProposal(
      repository,
      number,
      async ({ store }, proposal) => await comment(store, proposal, input),
    );
  }

  async review(
    repository: ForgeRepository,
    number: number,
    input: {
      actor: ForgeActor;
      verdict: ReviewVerdict;
      body: string;
      expectedHead: string;
    },
  ): Promise<Proposal> {
    validateText({ body: input.body });
    return await this.context.changeProposal(
      repository,
      number,
      async ({ store }, proposal) => {
        refuseOwnRequest(proposal, input.actor);
        if (proposal.status !== 'open') {
          throw new ConflictError(
            `Proposal ${number} is ${proposal.status}; there is nothing to review`,
          );
        }
        if (proposal.headSha !== input.expectedHead) {
          throw new ConflictError(
            `Branch ${proposal.branch} is at ${proposal.headSha}, not at ${input.expectedHead}: look at the new commit before you judge it`,
          );
        }
        const review = {
          actor: normalRef(input.actor.userEntityRef),
          ownershipRefs: refsOf(input.actor),
          verdict: input.verdict,
          body: input.body,
          headSha: proposal.headSha,
        };
        if (!isRepeated(review, await store.reviews(proposal.id))) {
          await store.addReview(proposal.id, review);
        }
        return await shown(store, proposal);
      },
    );
  }

  async merge(
    repository: ForgeRepository,
    number: number,
    input: { actor: ForgeActor; expectedHead: string },
  ): Promise<Proposal> {
    return await this.context.changeProposal(
      repository,
      number,
      async (context, proposal) => {
        const resolve = (handle: string) => this.resolveOwner(handle);
        const merged = await merge(context, proposal, input, resolve);
        return await shown(context.store, merged);
      },
    );
  }

  async close(
    repository: ForgeRepository,
    number: number,
    _input: { actor: ForgeActor },
  ): Promise<Proposal> {
    return await this.context.changeProposal(
      repository,
      number,
      async ({ store }, proposal) => {
        if (proposal.status === 'merged') {
          throw new ConflictError(
            `Proposal ${number} is merged; a new one can take it back`,
          );
        }
        const closed = await store.update(proposal.id, { status: 'closed' });
        return await shown(store, closed);
      },
    );
  }

  async resolveOwner(handle: string): Promise<string | undefined> {
    const { owners } = this.context.config;
    const key = handle.toLowerCase();
    if (owners.has(key)) {
      return owners.get(key);
    }
    return /^@[a-z0-9][a-z0-9._-]*$/.test(key)
      ? `group:default/${key.slice(1)}`
      : undefined;
  }
}
