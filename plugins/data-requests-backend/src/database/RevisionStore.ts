import {
  readStoredSpec,
  type Check,
  type RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import type { StoredRequest } from './StoredRequest';

/** What a request was when it was sent, or sent again. */
export interface Revision {
  readonly revision: number;
  readonly at: string;
  /** Entity ref of who sent it. */
  readonly author: string;
  /** Absent where a later release wrote it. */
  readonly spec?: RequestSpec;
  readonly checks: readonly Check[];
  /** The newest commit made from it; absent until the forge has one. */
  readonly headSha?: string;
}

const REVISIONS = 'request_revisions';

/**
 * Keeps what is sent. Must run in the transaction that stores the request, so
 * that no revision of a request is without its row.
 */
export async function addRevision(
  transaction: Knex.Transaction,
  requestId: string,
  revision: Omit<Revision, 'at' | 'headSha'>,
): Promise<void> {
  await transaction(REVISIONS).insert(toRow(requestId, revision));
}

/**
 * Notes the commit that the portal made of a request's revision. One that an
 * earlier release stored without a row gets it now.
 */
export async function noteRevisionHead(
  transaction: Knex.Transaction,
  request: StoredRequest,
  headSha: string,
): Promise<void> {
  await transaction(REVISIONS)
    .insert({
      ...toRow(request.id, {
        revision: request.revision,
        author: request.stepInput?.actor.userEntityRef ?? request.requester,
        spec: request.spec,
        checks: request.evaluation.checks,
      }),
      head_sha: headSha,
    })
    .onConflict(['request_id', 'revision'])
    .merge(['head_sha']);
}

/** Reads what a request was. */
export class RevisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Oldest first; of releases before this table there are none. */
  async list(requestId: string): Promise<Revision[]> {
    const rows: {
      revision: number;
      at: Date;
      author: string;
      spec: unknown;
      checks: Check[];
      head_sha: string | null;
    }[] = await this.#knex(REVISIONS)
      .where({ request_id: requestId })
      .orderBy('revision');
    return rows.map(row => ({
      revision: row.revision,
      at: row.at.toISOString(),
      author: row.author,
      spec: readSpec(row.spec),
      checks: row.checks,
      ...(row.head_sha !== null && { headSha: row.head_sha }),
    }));
  }
}

function readSpec(stored: unknown): RequestSpec | undefined {
  try {
    return readStoredSpec(stored);
  } catch {
    return undefined;
  }
}

function toRow(
  requestId: string,
  { revision, author, spec, checks }: Omit<Revision, 'at' | 'headSha'>,
) {
  return {
    request_id: requestId,
    revision,
    author,
    spec: JSON.stringify(spec),
    checks: JSON.stringify(checks),
  };
}
