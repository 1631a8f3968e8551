import {
  emptyMartSpec,
  type DataRequest,
  type Draft,
  type RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import type { RequestChanges } from '../api/useRequest';

export const HEAD_SHA = 'a'.repeat(40);
export const HANAKO = 'user:default/hanako.sato';
export const KENJI = 'user:default/kenji.tanaka';
export const REQUEST_ID = '01JD0000000000000000000001';

const SPEC = {
  ...emptyMartSpec('data-platform'),
  name: 'fct_daily_sales',
  question: 'How much did each shop sell per day?',
  purpose: 'Morning meeting of the shops',
  owner: 'group:default/sales',
};

const NO_ABILITIES: DataRequest['abilities'] = {
  comment: false,
  approve: false,
  requestChanges: false,
  merge: false,
  update: false,
  withdraw: false,
  reasons: [],
};

/** A request in review, asked by Hanako, that the reader may only read. */
export function aRequest(
  over: Partial<Omit<DataRequest, 'abilities'>> & {
    abilities?: Partial<DataRequest['abilities']>;
  } = {},
): DataRequest {
  return {
    id: REQUEST_ID,
    number: 12,
    kind: 'data-mart',
    target: 'data-platform',
    name: SPEC.name,
    title: 'Add mart fct_daily_sales',
    state: 'in-review',
    stateSince: '2026-11-20T01:00:00.000Z',
    requester: HANAKO,
    owner: SPEC.owner,
    tier: 2,
    proposal: {
      number: 7,
      branch: `suido/data-mart/${REQUEST_ID}`,
      headSha: HEAD_SHA,
      baseSha: 'b'.repeat(40),
    },
    datasetKey: 'fct-daily-sales-0123456789',
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-20T01:00:00.000Z',
    spec: SPEC,
    specHash: 'c'.repeat(64),
    revision: 1,
    waiting: {
      on: 'reviewers',
      people: ['group:default/data-engineering'],
      since: '2026-11-20T01:00:00.000Z',
    },
    ...over,
    abilities: { ...NO_ABILITIES, ...over.abilities },
  };
}

/** The same as a row of a list. */
export function aSummary(over: Partial<RequestSummary> = {}): RequestSummary {
  const { spec, specHash, revision, abilities, waiting, ...summary } =
    aRequest();
  return { ...summary, ...over };
}

/** What the pull request of {@link aRequest} changes. */
export function someChanges(
  over: Partial<RequestChanges> = {},
): RequestChanges {
  return {
    headSha: HEAD_SHA,
    files: [
      {
        action: 'create',
        path: 'transform/models/marts/sales/fct_daily_sales.sql',
        content: 'select 1 as shop_count\n',
      },
      {
        action: 'update',
        path: 'transform/models/marts/sales/sales.yml',
        content: 'version: 2\nmodels: []\n',
        previousContent: 'version: 2\n',
      },
    ],
    checks: [
      {
        rule: 'name-taken',
        severity: 'error',
        status: 'passed',
        message: { en: 'The name is free.', ja: '名前は使われていません。' },
      },
      {
        rule: 'tier',
        severity: 'warning',
        status: 'failed',
        field: 'tier',
        message: { en: 'Check the tier.', ja: '機密区分をご確認ください。' },
      },
    ],
    reviewers: [
      {
        handle: '@data-engineering',
        entityRef: 'group:default/data-engineering',
        pattern: '/transform/',
        paths: ['transform/models/marts/sales/fct_daily_sales.sql'],
      },
      {
        handle: '@ghost',
        pattern: '*.yml',
        paths: ['transform/models/marts/sales/sales.yml'],
      },
    ],
    explanation: [
      { en: 'Adds one mart.', ja: 'データマートを1つ追加します。' },
    ],
    mergeable: true,
    conflicts: [],
    ...over,
  };
}

/** An unfinished form. */
export function aDraft(over: Partial<Draft> = {}): Draft {
  return {
    id: '01JD0000000000000000000009',
    revision: 3,
    spec: { ...SPEC, name: 'fct_half_done' },
    step: 1,
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-20T02:00:00.000Z',
    ...over,
  };
}
