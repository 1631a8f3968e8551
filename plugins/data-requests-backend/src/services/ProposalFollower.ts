import { ConflictError } from '@backstage/errors';
import {
  OPEN_STATES,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestChange, RequestStore } from '../database/RequestStore';
import type { RevisionStore } from '../database/RevisionStore';
import type { StoredRequest } from '../database/StoredRequest';
import type { Targets } from '../targets/Targets';
import { followFacts } from './followFacts';
import { followProposal } from './followProposal';
import type { RequestAnnouncer } from './RequestAnnouncer';

const MOST_READS = 10;

/**
 * Brings a row up to what its proposal on the forge says.
 *
 * @remarks
 * The forge is read before the row is locked, so what was read may be stale
 * when the lock is had. Therefore the row's version is noted before the read
 * and compared under the lock; where it moved, the forge is read again.
 */
export class ProposalFollower {
  readonly #store: RequestStore;
  readonly #revisions: RevisionStore;
  readonly #targets: Targets;
  readonly #announcer: RequestAnnouncer;

  constructor(options: {
    store: RequestStore;
    revisions: RevisionStore;
    targets: Targets;
    announcer: RequestAnnouncer;
  }) {
    this.#store = options.store;
    this.#revisions = options.revisions;
    this.#targets = options.targets;
    this.#announcer = options.announcer;
  }

  /**
   * @param actor - entity ref of whoever caused what is found
   * @returns the request as it now stands
   */
  async follow(id: string, actor?: string): Promise<StoredRequest> {
    for (let read = 0; read < MOST_READS; read++) {
      const noted = await this.#store.get(id);
      if (!noted.proposal) {
        return noted;
      }
      const { forge, repository } = this.#targets.get(noted.target);
      const { number } = noted.proposal;
      const proposal = await forge.get(repository, number);
      const facts =
        proposal &&
        (await followFacts(noted, proposal, {
          forge,
          repository,
          revisions: this.#revisions,
        }));
      let isStale = false;
      const applied = await this.#store.change(id, current => {
        isStale = current.version !== noted.version;
        if (isStale) {
          return undefined;
        }
        return proposal && facts
          ? followProposal(current, proposal, { actor, ...facts })
          : vanished(current, number);
      });
      if (applied) {
        await this.#announcer.announce(applied);
        return applied.after;
      }
      if (!isStale) {
        return noted;
      }
    }
    throw new ConflictError(
      `Request '${id}' keeps changing while its pull request is read; try again in a moment.`,
    );
  }
}

function vanished(
  current: StoredRequest,
  number: number,
): RequestChange | undefined {
  const openStates: readonly RequestState[] = OPEN_STATES;
  if (!openStates.includes(current.state) || current.state === 'failed') {
    return undefined;
  }
  return {
    patch: {
      state: 'failed',
      stateReason: `Pull request ${number} is no longer in the repository. / プルリクエスト ${number} がリポジトリに見つかりません。`,
      nextStep: undefined,
      failedStep: 'propose',
      reviewsSeen: 0,
      commentsSeen: 0,
    },
  };
}
