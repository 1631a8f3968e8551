import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';
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
import { createHash } from 'node:crypto';

interface HeldCommit extends ForgeCommit {
  readonly files: readonly FileChange[];
  /** What it was made of, so that the same call finds it again. */
  readonly input?: string;
  readonly parent?: string;
}

interface Held {
  proposal: Proposal;
  key: string;
  /** Oldest first; the last one is the head. */
  commits: HeldCommit[];
}

/** A forge in memory that keeps the guarantees of the interface. */
export class FakeForge implements Forge {
  readonly calls: string[] = [];
  /** Thrown by the next calls of these names, in order. */
  readonly failures: { method: keyof Forge; error: Error; after?: boolean }[] =
    [];
  conflicts: string[] = [];
  /** How often the base branch has moved. */
  baseMoves = 0;
  readonly #held: Held[] = [];

  async snapshot(
    _repository: ForgeRepository,
    ref?: string,
  ): Promise<ForgeSnapshot> {
    const commit = this.#held
      .flatMap(({ commits }) => commits)
      .find(each => each.sha === ref);
    const contents = new Map(
      (commit?.files ?? []).map(file => [file.path, contentOf(file)]),
    );
    return {
      commitSha: commit?.sha ?? sha(`base${this.baseMoves}`),
      list: async () => [],
      read: async path => contents.get(path),
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
      const headSha = sha(`${input.idempotencyKey}-1`);
      const held: Held = {
        key: input.idempotencyKey,
        commits: [
          commitOf(headSha, {
            origin: 'portal',
            actor: input.author,
            files: input.files,
          }),
        ],
        proposal: {
          number,
          url: `https://forge.example/pull/${number}`,
          branch: input.branch,
          title: input.title,
          status: 'open',
          headSha,
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
      const { proposal, commits } = this.#get(number);
      const asked = JSON.stringify(input.files);
      if (proposal.headSha !== input.expectedHead) {
        const head = commits.at(-1);
        if (head?.parent === input.expectedHead && head.input === asked) {
          return proposal;
        }
        throw new ConflictError('The head moved');
      }
      return this.#add(
        number,
        commitOf(sha(`${input.expectedHead}${asked}`), {
          origin: 'portal',
          actor: input.author,
          files: input.files,
          input: asked,
          parent: input.expectedHead,
        }),
        { title: input.title },
      );
    });
  }

  async commit(
    _repository: ForgeRepository,
    number: number,
    input: CommitInput,
  ): Promise<Proposal> {
    return this.#act('commit', () => {
      const { proposal, commits } = this.#get(number);
      refuseOtherHead(proposal, input.expectedHead);
      const replaced = new Map(
        input.files.map(({ path, content }) => [path, content]),
      );
      const files = (commits.at(-1)?.files ?? []).map(file =>
        file.action === 'delete'
          ? file
          : { ...file, content: replaced.get(file.path) ?? file.content },
      );
      return this.#add(
        number,
        commitOf(sha(`${input.expectedHead}${JSON.stringify(files)}`), {
          origin: 'suggestion',
          actor: input.actor,
          comment: input.suggestion.comment,
          files,
        }),
        {
          authors: [
            ...new Set([...proposal.authors, input.actor.userEntityRef]),
          ],
        },
      );
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
    range?: { from: string; to: string },
  ): Promise<readonly FileChange[]> {
    return this.#act('files', () => {
      const { commits, proposal } = this.#get(number);
      const filesAt = (at: string) => {
        const commit = commits.find(each => each.sha === at);
        if (!commit) {
          throw new NotFoundError(`Commit ${at} is not on the branch`);
        }
        return commit.files;
      };
      return range
        ? changesBetween(filesAt(range.from), filesAt(range.to))
        : filesAt(proposal.headSha);
    });
  }

  async commits(
    _repository: ForgeRepository,
    number: number,
  ): Promise<readonly ForgeCommit[]> {
    return this.#act('commits', () => this.#get(number).commits);
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
    input: CommentInput,
  ): Promise<ForgeComment> {
    return this.#act('comment', () => {
      const { comments, headSha } = this.#get(number).proposal;
      const { actor, ...said } = input;
      if (
        said.inReplyTo !== undefined &&
        !comments.some(({ id }) => id === said.inReplyTo)
      ) {
        throw new InputError(`inReplyTo: no comment ${said.inReplyTo}`);
      }
      const comment = {
        ...said,
        id: `c${comments.length + 1}`,
        actor: actor.userEntityRef,
        headSha,
        at: now(),
      };
      this.#patch(number, { comments: [...comments, comment] });
      return comment;
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
    const { commits } = this.#get(number);
    const files = commits.at(-1)?.files ?? [];
    return this.#add(
      number,
      commitOf(sha(`foreign-${number}-${commits.length}`), {
        origin: 'person',
        files,
      }),
    );
  }

  get proposals(): readonly Proposal[] {
    return this.#held.map(each => each.proposal);
  }

  #add(
    number: number,
    commit: HeldCommit,
    patch: Partial<Proposal> = {},
  ): Proposal {
    this.#get(number).commits.push(commit);
    return this.#patch(number, { ...patch, headSha: commit.sha });
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

function commitOf(
  commitSha: string,
  {
    actor,
    ...made
  }: Pick<HeldCommit, 'origin' | 'files' | 'comment' | 'input' | 'parent'> & {
    actor?: ForgeActor;
  },
): HeldCommit {
  return {
    ...made,
    sha: commitSha,
    at: now(),
    title: `A commit of ${actor?.displayName ?? 'somebody'}`,
    author: actor
      ? { entityRef: actor.userEntityRef, name: actor.displayName }
      : { name: 'Somebody' },
  };
}

function contentOf(file: FileChange): string | undefined {
  return file.action === 'delete' ? undefined : file.content;
}

function changesBetween(
  before: readonly FileChange[],
  after: readonly FileChange[],
): FileChange[] {
  const old = new Map(before.map(file => [file.path, contentOf(file)]));
  return after.flatMap(({ path, ...file }): FileChange[] => {
    const content = 'content' in file ? file.content : '';
    const previousContent = old.get(path);
    if (previousContent === content) {
      return [];
    }
    return previousContent === undefined
      ? [{ action: 'create', path, content }]
      : [{ action: 'update', path, content, previousContent }];
  });
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
