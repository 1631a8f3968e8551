import {
  ConflictError,
  NotFoundError,
  NotImplementedError,
} from '@backstage/errors';
import {
  IDENTIFIER_PATTERN,
  type Check,
  type DataRequest,
  type DataRequestsClient,
  type Draft,
  type Duplicate,
  martSpecSchema,
  type MartSpec,
  type MartUnitTest,
  type Preview,
} from '@suido/backstage-plugin-data-requests-common';
import { shopDatasets, shopTarget } from './sampleData';

const AT = '2026-11-20T00:00:00.000Z';

/**
 * The API kept in memory, for tests: drafts with revisions, a few checks that
 * are computed from the spec, and what a test says is alike.
 */
export class FakeDataRequests implements DataRequestsClient {
  readonly drafts = new Map<string, Draft>();
  readonly previews: { spec: MartSpec; signal?: AbortSignal }[] = [];
  readonly submitted: { draftId: string; spec: MartSpec }[] = [];
  /** What every spec is alike to. */
  duplicates: Duplicate[] = [];
  /** Checks besides those that are computed. */
  moreChecks: Check[] = [];
  readonly lookedUp: { spec: MartSpec; revises?: string }[] = [];
  readonly usedInstead: { id: string; subject: string }[] = [];

  listTargets = async () => ({ items: [shopTarget] });
  listDatasets = async () => ({ items: shopDatasets });

  preview: DataRequestsClient['preview'] = async ({ body }, options) => {
    const spec = martSpecSchema.parse(body.spec);
    this.previews.push({ spec, signal: options?.signal });
    const preview = previewOf(spec);
    return { ...preview, checks: [...preview.checks, ...this.moreChecks] };
  };

  findDuplicates: DataRequestsClient['findDuplicates'] = async ({ body }) => {
    const { spec, revises } = body;
    this.lookedUp.push({ spec: martSpecSchema.parse(spec), revises });
    return { items: this.duplicates };
  };

  proposeUnitTest: DataRequestsClient['proposeUnitTest'] = async ({
    body,
  }) => ({
    status: 'available',
    unitTest: unitTestOf(martSpecSchema.parse(body.spec)),
  });

  useInstead: DataRequestsClient['useInstead'] = async ({ params, body }) => {
    if (!this.drafts.delete(params.id)) {
      throw new NotFoundError(`There is no draft ${params.id}`);
    }
    this.usedInstead.push({ id: params.id, subject: body.subject });
  };

  saveDraft: DataRequestsClient['saveDraft'] = async ({ params, body }) => {
    const last = this.drafts.get(params.id);
    if ((last?.revision ?? 0) !== body.revision) {
      throw new ConflictError('The draft was changed elsewhere');
    }
    const draft: Draft = {
      id: params.id,
      revision: body.revision + 1,
      spec: martSpecSchema.parse(body.spec),
      step: body.step,
      createdAt: AT,
      updatedAt: AT,
    };
    this.drafts.set(params.id, draft);
    return draft;
  };

  getDraft: DataRequestsClient['getDraft'] = async ({ params }) => {
    const draft = this.drafts.get(params.id);
    if (!draft) {
      throw new NotFoundError(`There is no draft ${params.id}`);
    }
    return draft;
  };

  submit: DataRequestsClient['submit'] = async ({ body }) => {
    const spec = martSpecSchema.parse(body.spec);
    this.submitted.push({ draftId: body.draftId, spec });
    return requestOf(spec);
  };

  listDrafts = notNeeded;
  deleteDraft = notNeeded;
  listRequests = notNeeded;
  getRequest = notNeeded;
  getChanges = notNeeded;
  listCommits = notNeeded;
  compareFiles = notNeeded;
  getEffect = notNeeded;
  applySuggestion = notNeeded;
  getSample = notNeeded;
  getTimeline = notNeeded;
  comment = notNeeded;
  review = notNeeded;
  merge = notNeeded;
  update = notNeeded;
  withdraw = notNeeded;
  retry = notNeeded;
}

async function notNeeded(): Promise<never> {
  throw new NotImplementedError('not part of the form');
}

/** A preview as the backend would make it, as far as the form shows it. */
export function previewOf(spec: MartSpec): Preview {
  const checks: Check[] = [
    check('name', IDENTIFIER_PATTERN.test(spec.name), 'name', {
      en: 'The name is not well formed.',
      ja: '名前の形式が正しくありません。',
    }),
    check('question', spec.question !== '', 'question', {
      en: 'The question is missing.',
      ja: '質問が入力されていません。',
    }),
    check('owner', spec.owner !== '', 'owner', {
      en: 'The owner is missing.',
      ja: 'オーナーのグループが選ばれていません。',
    }),
    check('columns', spec.columns.length > 0, 'columns', {
      en: 'There is no column.',
      ja: '列がありません。',
    }),
    ...spec.columns.map((column, index) =>
      check(
        'column-name',
        IDENTIFIER_PATTERN.test(column.name),
        `columns.${index}.name`,
        {
          en: `Column ${index + 1} is not well named.`,
          ja: `列${index + 1}の名前が正しくありません。`,
        },
      ),
    ),
  ];
  return {
    checks,
    sample: {
      status: 'available',
      columns: spec.columns.map(({ name }) => ({
        name,
        type: 'text',
        masked: false,
      })),
      rows: [spec.columns.map((_, index) => `sample ${index}`)],
      truncated: false,
      sampledRowCount: 1234,
    },
    joins: spec.joins.map((_, join) => ({
      join,
      rowsBefore: 1000,
      rowsAfter: 1240,
      mostMatches: 7,
      unmatched: 12,
    })),
    changeSet: {
      title: `Add ${spec.name}`,
      files: [
        {
          action: 'create',
          path: `transform/models/marts/${spec.name}.sql`,
          content: 'select 1\n',
        },
      ],
      explanation: [
        { en: `Makes ${spec.name}.`, ja: `${spec.name} を作成します。` },
      ],
      hash: '0'.repeat(64),
    },
    sql: 'select 1',
    reviewers: [
      {
        handle: '@sales',
        entityRef: 'group:default/sales',
        pattern: '/transform/models/marts/sales/',
        paths: [],
      },
    ],
    lowestTier: 1,
  };
}

/** One sample row per source, and what the mart would make of it. */
function unitTestOf(spec: MartSpec): MartUnitTest {
  return {
    given: spec.sources.map(({ alias }) => ({
      source: alias,
      columns: ['store_id', 'amount'],
      rows: [['S1', 10]],
    })),
    expected: {
      columns: spec.columns.map(({ name }) => name),
      rows: [spec.columns.map((_, index) => index)],
    },
  };
}

function check(
  rule: string,
  holds: boolean,
  field: string,
  message: Check['message'],
): Check {
  const status = holds ? 'passed' : 'failed';
  return { rule, severity: 'error', status, field, message };
}

function requestOf(spec: MartSpec): DataRequest {
  return {
    id: '01KAFQ5V7M0000000000000000',
    number: 1,
    kind: 'data-mart',
    target: spec.target,
    name: spec.name,
    title: `Add ${spec.name}`,
    state: 'checking',
    stateSince: AT,
    requester: 'user:default/hanako.sato',
    owner: spec.owner,
    tier: spec.tier,
    datasetKey: 'fct-x-0123456789',
    createdAt: AT,
    updatedAt: AT,
    spec,
    specHash: '0'.repeat(64),
    revision: 1,
    waiting: { on: 'portal', people: [], since: AT },
    abilities: {
      comment: true,
      approve: false,
      requestChanges: false,
      merge: false,
      update: true,
      withdraw: true,
      reasons: [],
    },
  };
}
