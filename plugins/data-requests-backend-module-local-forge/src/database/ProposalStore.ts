import { NotFoundError } from '@backstage/errors';
import type { ReviewVerdict } from '@suido/backstage-plugin-data-requests-common';
import type { ForgeComment } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';

/** Blob that the portal last wrote, by path; `null` where it deleted. */
export type WrittenFiles = Readonly<Record<string, string | null>>;

export interface StoredProposal {
  readonly id: string;
  readonly repository: string;
  readonly number: number;
  readonly idempotencyKey: string;
  readonly branch: string;
  readonly baseBranch: string;
  readonly title: string;
  readonly body: string;
  readonly status: 'open' | 'merged' | 'closed';
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha?: string;
  /** Tip of the base branch that was last looked at for the head. */
  readonly seenBaseSha: string;
  readonly written: WrittenFiles;
  readonly authors: readonly string[];
}

export interface StoredReview {
  readonly actor: string;
  readonly ownershipRefs: readonly string[];
  readonly verdict: ReviewVerdict;
  readonly body: string;
  readonly headSha: string;
  readonly at: string;
}

interface ProposalRow {
  id: string;
  repository: string;
  number: number;
  idempotency_key: string;
  branch: string;
  base_branch: string;
  title: string;
  body: string;
  status: 'open' | 'merged' | 'closed';
  base_sha: string;
  head_sha: string;
  merge_sha: string | null;
  seen_base_sha: string;
  written: WrittenFiles;
  authors: string[];
  updated_at: Date;
}

interface CommentRow {
  id: string;
  proposal_id: string;
  actor: string;
  body: string;
  path: string | null;
  line: number | null;
  end_line: number | null;
  in_reply_to: string | null;
  suggestion: string | null;
  head_sha: string | null;
  at: Date;
}

const PROPOSALS = 'local_forge_proposals';
const REVIEWS = 'local_forge_reviews';
const COMMENTS = 'local_forge_comments';

/** SQL of the local forge. Writers hold the repository's lock. */
export class ProposalStore {
  constructor(private readonly knex: Knex) {}

  async byNumber(
    repository: string,
    number: number,
  ): Promise<StoredProposal | undefined> {
    return await this.one({ repository, number });
  }

  async byKey(
    repository: string,
    idempotencyKey: string,
  ): Promise<StoredProposal | undefined> {
    return await this.one({ repository, idempotency_key: idempotencyKey });
  }

  async open(repository: string): Promise<StoredProposal[]> {
    const rows = await this.knex<ProposalRow>(PROPOSALS)
      .where({ repository, status: 'open' })
      .orderBy('number');
    return rows.map(toProposal);
  }

  /** Stores a proposal under the next number of its repository. */
  async insert(
    proposal: Omit<StoredProposal, 'id' | 'number'>,
  ): Promise<StoredProposal> {
    const latest = await this.knex(PROPOSALS)
      .where({ repository: proposal.repository })
      .max<{ max: number | null }[]>('number');
    const [row] = await this.knex<ProposalRow>(PROPOSALS)
      .insert({
        ...toColumns(proposal),
        number: (latest[0].max ?? 0) + 1,
      })
      .returning('*');
    return toProposal(row);
  }

  async update(
    id: string,
    changes: Partial<Omit<StoredProposal, 'id' | 'number' | 'repository'>>,
  ): Promise<StoredProposal> {
    const [row] = await this.knex<ProposalRow>(PROPOSALS)
      .where({ id })
      .update({ ...toColumns(changes), updated_at: this.knex.fn.now() })
      .returning('*');
    if (!row) {
      throw new NotFoundError(`Proposal ${id} of the local forge is gone`);
    }
    return toProposal(row);
  }

  /** Oldest first. */
  async reviews(proposalId: string): Promise<StoredReview[]> {
    const rows = await this.knex(REVIEWS)
      .where({ proposal_id: proposalId })
      .orderBy('id');
    return rows.map(row => ({
      actor: row.actor,
      ownershipRefs: row.ownership_refs,
      verdict: row.verdict,
      body: row.body,
      headSha: row.head_sha,
      at: row.at.toISOString(),
    }));
  }

  async addReview(
    proposalId: string,
    review: Omit<StoredReview, 'at'>,
  ): Promise<void> {
    await this.knex(REVIEWS).insert({
      proposal_id: proposalId,
      actor: review.actor,
      ownership_refs: JSON.stringify(review.ownershipRefs),
      verdict: review.verdict,
      body: review.body,
      head_sha: review.headSha,
    });
  }

  /** Oldest first. One of an earlier release counts as made at the head. */
  async comments(
    proposal: Pick<StoredProposal, 'id' | 'headSha'>,
  ): Promise<ForgeComment[]> {
    const rows = await this.knex<CommentRow>(COMMENTS)
      .where({ proposal_id: proposal.id })
      .orderBy('id');
    return rows.map(row => toComment(row, proposal.headSha));
  }

  async hasComment(proposalId: string, id: string): Promise<boolean> {
    const row = await this.knex(COMMENTS)
      .where({ proposal_id: proposalId, id })
      .first('id');
    return row !== undefined;
  }

  async addComment(
    proposalId: string,
    comment: Omit<ForgeComment, 'id' | 'at'>,
  ): Promise<ForgeComment> {
    const [row] = await this.knex<CommentRow>(COMMENTS)
      .insert({
        proposal_id: proposalId,
        actor: comment.actor,
        body: comment.body,
        path: comment.anchor?.path,
        line: comment.anchor?.line,
        end_line: comment.anchor?.endLine,
        in_reply_to: comment.inReplyTo,
        suggestion: comment.suggestion,
        head_sha: comment.headSha,
      })
      .returning('*');
    return toComment(row, comment.headSha);
  }

  private async one(
    where: Partial<ProposalRow>,
  ): Promise<StoredProposal | undefined> {
    const row = await this.knex<ProposalRow>(PROPOSALS).where(where).first();
    return row && toProposal(row);
  }
}

function toColumns(
  proposal: Partial<Omit<StoredProposal, 'id' | 'number'>>,
): Record<string, string | undefined> {
  return {
    repository: proposal.repository,
    idempotency_key: proposal.idempotencyKey,
    branch: proposal.branch,
    base_branch: proposal.baseBranch,
    title: proposal.title,
    body: proposal.body,
    status: proposal.status,
    base_sha: proposal.baseSha,
    head_sha: proposal.headSha,
    merge_sha: proposal.mergeSha,
    seen_base_sha: proposal.seenBaseSha,
    written: proposal.written && JSON.stringify(proposal.written),
    authors: proposal.authors && JSON.stringify(proposal.authors),
  };
}

function toProposal(row: ProposalRow): StoredProposal {
  return {
    id: row.id,
    repository: row.repository,
    number: row.number,
    idempotencyKey: row.idempotency_key,
    branch: row.branch,
    baseBranch: row.base_branch,
    title: row.title,
    body: row.body,
    status: row.status,
    baseSha: row.base_sha,
    headSha: row.head_sha,
    mergeSha: row.merge_sha ?? undefined,
    seenBaseSha: row.seen_base_sha,
    written: row.written,
    authors: row.authors,
  };
}

function toComment(row: CommentRow, headSha: string): ForgeComment {
  return {
    id: row.id,
    actor: row.actor,
    body: row.body,
    ...(row.path !== null && {
      anchor: {
        path: row.path,
        ...(row.line !== null && { line: row.line }),
        ...(row.end_line !== null && { endLine: row.end_line }),
      },
    }),
    ...(row.in_reply_to !== null && { inReplyTo: row.in_reply_to }),
    ...(row.suggestion !== null && { suggestion: row.suggestion }),
    headSha: row.head_sha ?? headSha,
    at: row.at.toISOString(),
  };
}
