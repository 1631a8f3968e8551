import { NotFoundError } from '@backstage/errors';
import type {
  ForgeActor,
  ForgeRepository,
} from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import type { LocalForgeConfig } from '../config/readLocalForgeConfig';
import { ProposalStore, type StoredProposal } from '../database/ProposalStore';
import { RepositoryLock } from '../database/RepositoryLock';
import { GitRepository } from '../git/GitRepository';
import { gitdirOf } from '../git/seedRepository';
import { personResolver, type ResolvePerson } from './branchCommits';
import { isBehindGit, reconcile } from './reconcile';

/** What one operation on one repository works with. */
export interface RepositoryContext {
  readonly git: GitRepository;
  readonly store: ProposalStore;
  readonly repository: ForgeRepository;
}

/** Opens repositories and proposals for the operations of the forge. */
export class ForgeContext {
  readonly store: ProposalStore;
  readonly personOf: ResolvePerson;
  private readonly lock: RepositoryLock;

  constructor(readonly config: LocalForgeConfig, knex: Knex) {
    this.store = new ProposalStore(knex);
    this.personOf = personResolver(config.owners);
    this.lock = new RepositoryLock(knex);
  }

  /** @throws `NotFoundError` where the configuration does not name it */
  git(name: string): GitRepository {
    const { repositories, directory } = this.config;
    if (!repositories.some(repository => repository.name === name)) {
      throw new NotFoundError(
        `The local forge has no repository ${JSON.stringify(
          name,
        )}; add it to dataRequests.localForge.repositories`,
      );
    }
    return new GitRepository(gitdirOf(directory, name));
  }

  /** Runs a change alone on its repository, in one transaction. */
  async change<T>(
    repository: ForgeRepository,
    work: (context: RepositoryContext) => Promise<T>,
  ): Promise<T> {
    const git = this.git(repository.repository);
    return await this.lock.run(repository.repository, transaction =>
      work({ git, store: new ProposalStore(transaction), repository }),
    );
  }

  /** Runs a change on a proposal as git has it now. */
  async changeProposal<T>(
    repository: ForgeRepository,
    number: number,
    work: (context: RepositoryContext, proposal: StoredProposal) => Promise<T>,
  ): Promise<T> {
    return await this.change(repository, async context => {
      const stored = await context.store.byNumber(
        repository.repository,
        number,
      );
      if (!stored) {
        throw noSuchProposal(repository, number);
      }
      const current = await reconcile(
        context.git,
        context.store,
        stored,
        this.personOf,
      );
      return await work(context, current);
    });
  }

  /** A proposal as git has it now; rows that are behind follow. */
  async read(
    repository: ForgeRepository,
    number: number,
  ): Promise<StoredProposal | undefined> {
    const git = this.git(repository.repository);
    const stored = await this.store.byNumber(repository.repository, number);
    return stored && (await isBehindGit(git, stored))
      ? await this.changeProposal(repository, number, async (_, now) => now)
      : stored;
  }

  /** @throws `NotFoundError` */
  async require(
    repository: ForgeRepository,
    number: number,
  ): Promise<StoredProposal> {
    const proposal = await this.read(repository, number);
    if (!proposal) {
      throw noSuchProposal(repository, number);
    }
    return proposal;
  }
}

/** An entity ref as the forge stores and compares it. */
export function normalRef(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}

/** The actor and every group they belong to. */
export function refsOf(actor: ForgeActor): string[] {
  return [
    ...new Set(
      [actor.userEntityRef, ...actor.ownershipEntityRefs].map(normalRef),
    ),
  ];
}

function noSuchProposal(
  repository: ForgeRepository,
  number: number,
): NotFoundError {
  return new NotFoundError(
    `Repository ${repository.repository} has no proposal ${number}`,
  );
}
