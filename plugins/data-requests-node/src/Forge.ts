import type {
  CommentAnchor,
  FileChange,
  ReviewVerdict,
} from '@suido/backstage-plugin-data-requests-common';

/** A person who acts on a forge, as the portal knows them. @public */
export interface ForgeActor {
  /** `user:default/hanako` */
  readonly userEntityRef: string;
  readonly displayName: string;
  /** The user and every group they belong to, as entity refs. */
  readonly ownershipEntityRefs: readonly string[];
}

/** A repository on a forge, from the target's configuration. @public */
export interface ForgeRepository {
  /** Id of the target; keys stores, locks and caches. */
  readonly target: string;
  /** As the forge names it: `data-platform`, `acme/warehouse`. */
  readonly repository: string;
  readonly baseBranch: string;
  /** Folders that a request may write to, from the root of the repository. */
  readonly allowedPaths: readonly string[];
}

/** @public */
export interface ForgeTreeEntry {
  readonly path: string;
  readonly sizeBytes: number;
}

/** A repository at one commit. @public */
export interface ForgeSnapshot {
  readonly commitSha: string;
  /** Every file below `prefix` (all without it), sorted by path. */
  list(prefix?: string): Promise<readonly ForgeTreeEntry[]>;
  /** Content of a text file, `undefined` where there is none. */
  read(path: string): Promise<string | undefined>;
}

/** @public */
export interface ProposeInput {
  /** Same key, same proposal: a repeated call finds what the first one made. */
  readonly idempotencyKey: string;
  /** `suido/<type>/<ulid>` */
  readonly branch: string;
  readonly title: string;
  /** Markdown made by the portal; user text in it is already escaped. */
  readonly body: string;
  readonly commitMessage: string;
  readonly files: readonly FileChange[];
  readonly author: ForgeActor;
  readonly coAuthors: readonly ForgeActor[];
}

/** @public */
export interface UpdateInput {
  readonly title: string;
  readonly body: string;
  readonly commitMessage: string;
  /** All files of the change as they should now be, compared with the base. */
  readonly files: readonly FileChange[];
  readonly author: ForgeActor;
  /** Refused with `ConflictError` when the head is another commit. */
  readonly expectedHead: string;
}

/** @public */
export interface ForgeReview {
  readonly actor: string;
  readonly verdict: ReviewVerdict;
  readonly body: string;
  readonly headSha: string;
  readonly at: string;
}

/** What somebody says on a proposal. @public */
export interface CommentInput {
  readonly actor: ForgeActor;
  readonly body: string;
  readonly anchor?: CommentAnchor;
  /** Id of the comment that it answers. */
  readonly inReplyTo?: string;
  /** Text that should stand in place of the anchored lines. */
  readonly suggestion?: string;
}

/** @public */
export interface ForgeComment {
  /** Names the comment within its repository; never changes. */
  readonly id: string;
  readonly actor: string;
  readonly body: string;
  readonly anchor?: CommentAnchor;
  readonly inReplyTo?: string;
  readonly suggestion?: string;
  /** The head when it was made: its lines are those of this commit. */
  readonly headSha: string;
  readonly at: string;
}

/**
 * A commit on the branch of a proposal.
 *
 * @remarks
 * Its origin is `portal` where `propose` or `update` made it, `suggestion`
 * where `commit` applied one, else `person`.
 * @public
 */
export interface ForgeCommit {
  readonly sha: string;
  readonly at: string;
  /** First line of its message. */
  readonly title: string;
  readonly author: {
    /** Where the portal knows who it is. */
    readonly entityRef?: string;
    /** As git has it. */
    readonly name: string;
  };
  readonly origin: 'portal' | 'suggestion' | 'person';
  /** Id of the comment whose suggestion it applied. */
  readonly comment?: string;
}

/** A suggestion that is applied: contents that go on top of the head. @public */
export interface CommitInput {
  readonly files: readonly {
    readonly path: string;
    readonly content: string;
  }[];
  /** Who applies it; becomes one of the authors. */
  readonly actor: ForgeActor;
  readonly suggestion: {
    /** Id of the comment that made it. */
    readonly comment: string;
    /** Entity ref of its author, who does not become an author of the proposal. */
    readonly suggestedBy: string;
  };
  readonly commitMessage: string;
  /** Refused with `ConflictError` when the head is another commit. */
  readonly expectedHead: string;
}

/** A pull request as it stands on the forge. @public */
export interface Proposal {
  readonly number: number;
  readonly url?: string;
  readonly branch: string;
  readonly title: string;
  readonly status: 'open' | 'merged' | 'closed';
  readonly headSha: string;
  /** The commit of the base branch that it was made from. */
  readonly baseSha: string;
  readonly mergeSha?: string;
  /**
   * Entity refs of all whose own request this is: who proposed or updated it,
   * and who made a commit on its branch or is named as co-author of one.
   */
  readonly authors: readonly string[];
  /** Newest last; only those with the current `headSha` still count. */
  readonly reviews: readonly ForgeReview[];
  /** Newest last. */
  readonly comments: readonly ForgeComment[];
}

/** Whether a merge would go through now. @public */
export interface Mergeability {
  readonly mergeable: boolean;
  /** Files that stand in the way. */
  readonly conflicts: readonly string[];
}

/**
 * A place where repositories live and changes are reviewed.
 *
 * @remarks
 * What every driver guarantees (the contract tests run against each):
 *
 * - `propose` is idempotent by its key, also when the process died half-way;
 *   `update` and `commit`, when the same call is repeated.
 * - `update`, `commit` and `merge` refuse (`ConflictError`) when the head moved,
 *   and never drop a commit that the portal did not make.
 * - `update` keeps what others changed in the portal's files: it merges, line by
 *   line, what the portal wrote last, what it writes now, and the file at the
 *   head. Where both changed the same lines it refuses (`ConflictError`) and
 *   names them.
 * - A review belongs to a head commit; a new commit voids it.
 * - Nobody reviews or merges their own proposal (`NotAllowedError`), whichever
 *   way it became their own: by proposing, updating, committing through the
 *   portal, or pushing. Whose suggestion was applied is no author.
 * - `merge` needs an approval at the head by an owner (CODEOWNERS of the base
 *   branch) of every changed file who is not an author; an owner that is not
 *   mapped to an entity counts as nobody; a file without owner needs any
 *   approval.
 * - A path outside `allowedPaths`, or that git or another system would read
 *   differently, is refused (`InputError`) before anything is written.
 * @public
 */
export interface Forge {
  /** The base branch, or another ref or commit, as it stands now. */
  snapshot(repository: ForgeRepository, ref?: string): Promise<ForgeSnapshot>;
  propose(repository: ForgeRepository, input: ProposeInput): Promise<Proposal>;
  update(
    repository: ForgeRepository,
    number: number,
    input: UpdateInput,
  ): Promise<Proposal>;
  /** `undefined` where the repository has no such proposal. */
  get(
    repository: ForgeRepository,
    number: number,
  ): Promise<Proposal | undefined>;
  /**
   * Files that differ between the merge base and the head, or between two
   * commits of the branch.
   * @throws `NotFoundError` for a commit that is not on the branch
   */
  files(
    repository: ForgeRepository,
    number: number,
    range?: { readonly from: string; readonly to: string },
  ): Promise<readonly FileChange[]>;
  /** Commits since the branch left its base, oldest first; not those of the base. */
  commits(
    repository: ForgeRepository,
    number: number,
  ): Promise<readonly ForgeCommit[]>;
  mergeability(
    repository: ForgeRepository,
    number: number,
  ): Promise<Mergeability>;
  /**
   * Applies a suggestion: one commit on top of the head.
   * @throws `InputError` where that changes nothing, or for a path that may not
   *   be written; `ConflictError` when the head moved
   */
  commit(
    repository: ForgeRepository,
    number: number,
    input: CommitInput,
  ): Promise<Proposal>;
  /**
   * The last words of a person sent again, at the same head, are the comment
   * that is there.
   * @throws `InputError` for an answer to a comment that is not there
   */
  comment(
    repository: ForgeRepository,
    number: number,
    input: CommentInput,
  ): Promise<ForgeComment>;
  review(
    repository: ForgeRepository,
    number: number,
    input: {
      actor: ForgeActor;
      verdict: ReviewVerdict;
      body: string;
      expectedHead: string;
    },
  ): Promise<Proposal>;
  merge(
    repository: ForgeRepository,
    number: number,
    input: { actor: ForgeActor; expectedHead: string },
  ): Promise<Proposal>;
  /** Closes without merging; the branch stays readable. */
  close(
    repository: ForgeRepository,
    number: number,
    input: { actor: ForgeActor },
  ): Promise<Proposal>;
  /**
   * The entity that a handle of CODEOWNERS stands for (`@sales` →
   * `group:default/sales`); `undefined` where it is not mapped.
   */
  resolveOwner(handle: string): Promise<string | undefined>;
}
