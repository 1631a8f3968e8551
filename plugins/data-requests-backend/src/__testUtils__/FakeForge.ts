import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
import type {
  Forge,
  ForgeActor,
  ForgeRepository,
  ForgeSnapshot,
  Mergeability,
  Proposal,
  ProposeInput,
  UpdateInput,
} from '@suido/backstage-plugin-data-requests-node';
import { createHash } from 'node:crypto';

interface Held {
  proposal: Proposal;
  key: string;
  files: readonly FileChange[];
}

/** A forge in memory that keeps the guarantees of the interface. */
export class FakeForge implements Forge {
  readonly calls: string[] = [];
  /** Thrown by the next calls of these names, in order. */
  readonly failures: { method: keyof Forge; error: Error; after?: boolean }[] =
    [];
  conflicts: string[] = [];
  readonly #held: Held[] = [];

  async snapshot(): Promise<ForgeSnapshot> {
    return {
      commitSha: sha('base'),
      list: async () => [],
      read: async () => undefined,
    };
  }

  async propose(
    _repository: ForgeRepository,
    input: ProposeInput,
  ): Promise<Proposal> {
    return this.#act('propose', () => {
      const found = this.#held.find(each => each.key === input.idempotencyKey);
      if (found) {
        return found.proposal;
      }
      const number = this.#held.length + 1;
      const held: Held = {
        key: input.idempotencyKey,
        files: input.files,
        proposal: {
          number,
          url: `https://forge.example/pull/${number}`,
          branch: input.branch,
          title: input.title,
          status: 'open',
          headSha: sha(`${input.idempotencyKey}-1`),
          baseSha: sha('base'),
          authors: [input.author, ...input.coAuthors].map(
            actor => actor.userEntityRef,
          ),
          reviews: [],
          comments: [],
        },
      };
      this.#held.push(held);
      return held.proposal;
    });
  }

  async update(
    _repository: ForgeRepository,
    number: number,
    input: UpdateInput,
  ): Promise<Proposal> {
    return this.#act('update', () => {
      const held = this.#get(number);
      if (held.proposal.headSha !== input.expectedHead) {
        throw new ConflictError('The head moved');
      }
      held.files = input.files;
      return this.#patch(number, {
        headSha: sha(`${input.expectedHead}${JSON.stringify(input.files)}`),
        title: input.title,
      });
    });
  }

  async get(
    _repository: ForgeRepository,
    number: number,
  ): Promise<Proposal | undefined> {
    return this.#act('get', () => this.#held[number - 1]?.proposal);
  }

  async files(
    _repository: ForgeRepository,
    number: number,
  ): Promise<readonly FileChange[]> {
    return this.#act('files', () => this.#get(number).files);
  }

  async mergeability(): Promise<Mergeability> {
    return this.#act('mergeability', () => ({
      mergeable: this.conflicts.length === 0,
      conflicts: this.conflicts,
    }));
  }

  async comment(
    _repository: ForgeRepository,
    number: number,
    input: Parameters<Forge['comment']>[2],
  ): Promise<void> {
    await this.#act('comment', () => {
      const { actor, ...comment } = input;
      this.#patch(number, {
        comments: [
          ...this.#get(number).proposal.comments,
          { ...comment, actor: actor.userEntityRef, at: now() },
        ],
      });
    });
  }

  async review(
    _repository: ForgeRepository,
    number: number,
    input: Parameters<Forge['review']>[2],
  ): Promise<Proposal> {
    return this.#act('review', () => {
      const { proposal } = this.#get(number);
      refuseOwn(proposal, input.actor);
      refuseOtherHead(proposal, input.expectedHead);
      return this.#patch(number, {
        reviews: [
          ...proposal.reviews,
          {
            actor: input.actor.userEntityRef,
            verdict: input.verdict,
            body: input.body,
            headSha: input.expectedHead,
            at: now(),
          },
        ],
      });
    });
  }

  async merge(
    _repository: ForgeRepository,
    number: number,
    input: { actor: ForgeActor; expectedHead: string },
  ): Promise<Proposal> {
    return this.#act('merge', () => {
      const { proposal } = this.#get(number);
      refuseOwn(proposal, input.actor);
      refuseOtherHead(proposal, input.expectedHead);
      if (this.conflicts.length > 0) {
        throw new ConflictError(`Conflicts in ${this.conflicts.join(', ')}`);
      }
      if (
        !proposal.reviews.some(
          review =>
            review.verdict === 'approve' && review.headSha === proposal.headSha,
        )
      ) {
        throw new NotAllowedError('No approval at the head');
      }
      return this.mergeOutside(number);
    });
  }

  async close(_repository: ForgeRepository, number: number): Promise<Proposal> {
    return this.#act('close', () => this.#patch(number, { status: 'closed' }));
  }

  async resolveOwner(_handle: string): Promise<string | undefined> {
    return undefined;
  }

  /** As if somebody merged it past the portal. */
  mergeOutside(number: number): Proposal {
    return this.#patch(number, {
      status: 'merged',
      mergeSha: sha(`merge-${number}`),
    });
  }

  /** As if somebody pushed a commit past the portal. */
  pushOutside(number: number): Proposal {
    this.#get(number).files = [];
    return this.#patch(number, { headSha: sha(`foreign-${number}`) });
  }

  get proposals(): readonly Proposal[] {
    return this.#held.map(each => each.proposal);
  }

  #patch(number: number, patch: Partial<Proposal>): Proposal {
    const held = this.#get(number);
    held.proposal = { ...held.proposal, ...patch };
    return held.proposal;
  }

  #get(number: number): Held {
    const held = this.#held[number - 1];
    if (!held) {
      throw new NotFoundError(`No proposal ${number}`);
    }
    return held;
  }

  /** Fails before the act, or (`after`) once it is done: a lost answer. */
  async #act<T>(method: keyof Forge, act: () => T): Promise<T> {
    this.calls.push(method);
    const index = this.failures.findIndex(each => each.method === method);
    if (index < 0) {
      return act();
    }
    const [failure] = this.failures.splice(index, 1);
    if (failure.after) {
      act();
    }
    throw failure.error;
  }
}

function refuseOwn(proposal: Proposal, actor: ForgeActor): void {
  if (proposal.authors.includes(actor.userEntityRef)) {
    throw new NotAllowedError('Own proposal');
  }
}

function refuseOtherHead(proposal: Proposal, expectedHead: string): void {
  if (proposal.headSha !== expectedHead) {
    throw new ConflictError('The head moved');
  }
}

/** A made-up commit id of the right form. */
export function sha(seed: string): string {
  return createHash('sha1').update(seed).digest('hex');
}

function now(): string {
  return new Date().toISOString();
}
