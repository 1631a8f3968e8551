import { isError } from '@backstage/errors';
import type { ProposalStore, StoredProposal } from '../database/ProposalStore';
import type { GitRepository } from '../git/GitRepository';
import type { ResolvePerson } from './branchCommits';
import { authorsOf, reconcile } from './reconcile';

/**
 * Lets rows follow git; also in who has a part in them, which earlier releases
 * did not note.
 *
 * @param warn - told of each proposal that cannot be read now. One damaged
 *   file must not keep the portal from starting: whoever asks for that
 *   proposal is told the same, and the row stays as it is.
 */
export async function followAll(
  git: GitRepository,
  store: ProposalStore,
  proposals: readonly StoredProposal[],
  personOf: ResolvePerson,
  warn: (message: string) => void,
): Promise<void> {
  for (const proposal of proposals) {
    try {
      const current = await reconcile(git, store, proposal, personOf);
      const authors = await authorsOf(git, current, personOf);
      if (authors.length > current.authors.length) {
        await store.update(current.id, { authors });
      }
    } catch (error) {
      if (!isError(error) || error.name !== 'ServiceUnavailableError') {
        throw error;
      }
      warn(`Proposal ${proposal.number}: ${error.message}`);
    }
  }
}
