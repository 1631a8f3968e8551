import type { Knex } from 'knex';

/**
 * Lets one change at a time happen to a repository.
 *
 * @remarks
 * Two fences. Inside this process callers queue, so that a burst of requests
 * for one repository takes one database connection and not the whole pool.
 * Between processes a PostgreSQL advisory lock holds for the length of the
 * transaction, and is let go by the server itself when a process dies. The
 * repository is written inside the transaction, before it commits: if the
 * commit fails, git is ahead of the rows, which is the one direction that
 * reconciling mends.
 */
export class RepositoryLock {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(private readonly knex: Knex) {}

  async run<T>(
    repository: string,
    change: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    const before = this.queues.get(repository) ?? Promise.resolve();
    const result = before.then(() => this.inTransaction(repository, change));
    // The queue goes on whatever became of this change; its caller is told.
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(repository, settled);
    try {
      return await result;
    } finally {
      if (this.queues.get(repository) === settled) {
        this.queues.delete(repository);
      }
    }
  }

  private async inTransaction<T>(
    repository: string,
    change: (transaction: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return await this.knex.transaction(async transaction => {
      await transaction.raw(
        'select pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`suido:local-forge:${repository}`],
      );
      return await change(transaction);
    });
  }
}
