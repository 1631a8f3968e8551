import type { NewRequest, StoredRequest } from '../database/StoredRequest';
import { martSpec } from './FakeEvaluator';
import { sha } from './FakeForge';

/** A request in review. */
export function storedRequest(
  overrides: Partial<StoredRequest> = {},
): StoredRequest {
  const requester = 'user:default/hanako.sato';
  return {
    id: '01KAJ0000000000000000000AA',
    number: 1,
    kind: 'data-mart',
    target: 'data-platform',
    name: 'fct_daily_sales',
    title: 'Add fct_daily_sales',
    state: 'in-review',
    stateSince: '2026-11-21T00:00:00.000Z',
    requester,
    authors: [requester],
    reviewers: ['group:default/data-engineering'],
    owner: 'group:default/sales',
    domain: 'sales',
    tier: 2,
    spec: martSpec(),
    specHash: 'hash',
    revision: 1,
    evaluation: { checks: [], reviewers: [], explanation: [] },
    datasetKey: 'fct-daily-sales-0123456789',
    dataset: { namespace: 'duckdb://demo', name: 'retail.marts.fct' },
    draftId: '01KAJ0000000000000000000BB',
    proposal: {
      number: 1,
      branch: 'suido/data-mart/01kaj',
      headSha: sha('head'),
      baseSha: sha('base'),
    },
    proposing: false,
    reviewsSeen: 0,
    commentsSeen: 0,
    stepAttempts: 0,
    version: 1,
    createdAt: '2026-11-21T00:00:00.000Z',
    updatedAt: '2026-11-21T00:00:00.000Z',
    ...overrides,
  };
}

/** A request as it is stored for the first time; its draft has the same id. */
export function newRequest(
  id: string,
  overrides: Partial<NewRequest> = {},
): NewRequest {
  const {
    kind,
    target,
    name,
    title,
    requester,
    owner,
    domain,
    tier,
    spec,
    specHash,
    evaluation,
    reviewers,
    datasetKey,
    dataset,
  } = storedRequest();
  return {
    id,
    draftId: id,
    kind,
    target,
    name,
    title,
    requester,
    owner,
    domain,
    tier,
    spec,
    specHash,
    evaluation,
    reviewers,
    datasetKey,
    dataset,
    stepInput: {
      actor: {
        userEntityRef: requester,
        displayName: '佐藤 花子',
        ownershipEntityRefs: [requester],
      },
    },
    ...overrides,
  };
}
