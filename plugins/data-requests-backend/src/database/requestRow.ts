import { ServiceUnavailableError } from '@backstage/errors';
import {
  readStoredSpec,
  type ProposalSummary,
  type RequestKind,
  type RequestSpec,
  type RequestState,
} from '@suido/backstage-plugin-data-requests-common';
import type { Tier } from '@suido/vocabulary';
import type {
  RequestPatch,
  RequestStep,
  StepInput,
  StoredEvaluation,
  StoredRequest,
} from './StoredRequest';

/** A row of `requests` as PostgreSQL answers it. */
export interface RequestRow {
  id: string;
  number: string;
  kind: RequestKind;
  target: string;
  name: string;
  title: string;
  state: RequestState;
  state_reason: string | null;
  state_since: Date;
  requester: string;
  authors: string[];
  reviewers: string[];
  owner: string;
  domain: string;
  tier: Tier;
  /** As the release that wrote it knew it. */
  spec: unknown;
  spec_hash: string;
  revision: number;
  evaluation: StoredEvaluation;
  dataset_key: string;
  dataset_namespace: string;
  dataset_name: string;
  draft_id: string;
  proposal_number: number | null;
  proposal_url: string | null;
  proposal_branch: string | null;
  proposal_head_sha: string | null;
  proposal_base_sha: string | null;
  proposal_merge_sha: string | null;
  proposing: boolean;
  reviews_seen: number;
  comments_seen: number;
  next_step: RequestStep | null;
  step_input: StepInput | null;
  step_attempts: number;
  failed_step: RequestStep | null;
  lease_token: string | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

/**
 * From a row to a request; times become ISO-8601 UTC.
 *
 * @remarks
 * The spec is read when it is asked for, so a list also shows a request that a
 * later release wrote while both run. Asking for its spec then throws
 * `ServiceUnavailableError`, on which the worker leaves the step to a replica
 * of that release.
 */
export function fromRow(row: RequestRow): StoredRequest {
  let spec: RequestSpec | undefined;
  return {
    id: row.id,
    number: Number(row.number),
    kind: row.kind,
    target: row.target,
    name: row.name,
    title: row.title,
    state: row.state,
    stateReason: row.state_reason ?? undefined,
    stateSince: row.state_since.toISOString(),
    requester: row.requester,
    authors: row.authors,
    reviewers: row.reviewers,
    owner: row.owner,
    domain: row.domain,
    tier: row.tier,
    get spec() {
      spec ??= readSpec(row);
      return spec;
    },
    specHash: row.spec_hash,
    revision: row.revision,
    evaluation: row.evaluation,
    datasetKey: row.dataset_key,
    dataset: { namespace: row.dataset_namespace, name: row.dataset_name },
    draftId: row.draft_id,
    proposal: proposalOf(row),
    proposing: row.proposing,
    reviewsSeen: row.reviews_seen,
    commentsSeen: row.comments_seen,
    nextStep: row.next_step ?? undefined,
    stepInput: row.step_input ?? undefined,
    stepAttempts: row.step_attempts,
    failedStep: row.failed_step ?? undefined,
    leaseToken: row.lease_token ?? undefined,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function readSpec(row: RequestRow): RequestSpec {
  try {
    return readStoredSpec(row.spec);
  } catch {
    // What exactly this release does not know of it helps nobody
    throw new ServiceUnavailableError(
      `Request '${row.id}' was written by a newer release of the portal than the one that answers; nothing was lost, try again once the portal is updated.`,
    );
  }
}

function proposalOf(row: RequestRow): ProposalSummary | undefined {
  if (
    row.proposal_number === null ||
    row.proposal_branch === null ||
    row.proposal_head_sha === null ||
    row.proposal_base_sha === null
  ) {
    return undefined;
  }
  return {
    number: row.proposal_number,
    url: row.proposal_url ?? undefined,
    branch: row.proposal_branch,
    headSha: row.proposal_head_sha,
    baseSha: row.proposal_base_sha,
    mergeSha: row.proposal_merge_sha ?? undefined,
  };
}

const JSON_FIELDS = new Set<string>([
  'spec',
  'evaluation',
  'stepInput',
] satisfies (keyof RequestPatch)[]);

/** From changed fields to columns; a field set to `undefined` becomes null. */
export function toColumns(patch: RequestPatch): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (field === 'proposal') {
      Object.assign(columns, proposalColumns(patch.proposal));
    } else {
      columns[columnName(field)] = JSON_FIELDS.has(field)
        ? jsonOrNull(value)
        : value ?? null;
    }
  }
  return columns;
}

function columnName(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function proposalColumns(
  proposal: ProposalSummary | undefined,
): Record<string, unknown> {
  return {
    proposal_number: proposal?.number ?? null,
    proposal_url: proposal?.url ?? null,
    proposal_branch: proposal?.branch ?? null,
    proposal_head_sha: proposal?.headSha ?? null,
    proposal_base_sha: proposal?.baseSha ?? null,
    proposal_merge_sha: proposal?.mergeSha ?? null,
  };
}
