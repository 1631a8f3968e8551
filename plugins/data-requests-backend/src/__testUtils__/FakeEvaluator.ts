import { NotFoundError } from '@backstage/errors';
import {
  emptyMartSpec,
  type InputDataset,
  type MartSpec,
  type Preview,
  type RequestSpec,
  type Target,
} from '@suido/backstage-plugin-data-requests-common';
import type { DatasetId, Tier } from '@suido/vocabulary';
import type { MartDescription } from '../evaluation/describeMarts';
import type {
  PullRequestText,
  RequestEvaluator,
  UnitTestProposal,
} from '../evaluation/RequestEvaluator';

/** A finished spec. */
export function martSpec(overrides: Partial<MartSpec> = {}): MartSpec {
  return {
    ...emptyMartSpec('data-platform'),
    name: 'fct_daily_sales',
    question: 'How much do we sell per day?',
    purpose: 'Weekly sales meeting',
    definition: { en: 'One row per day', ja: '一日一行' },
    owner: 'group:default/sales',
    domain: 'sales',
    ...overrides,
  };
}

/** An evaluator without a repository: only a mart without a question fails. */
export class FakeEvaluator implements RequestEvaluator {
  readonly evaluations: { withSample: boolean }[] = [];
  /** Names that the base has meanwhile. */
  readonly taken = new Set<string>();
  /** Marts that the base has. */
  marts: readonly MartDescription[] = [];

  async listTargets(): Promise<Target[]> {
    return [];
  }

  async listDatasets(targetId: string): Promise<InputDataset[]> {
    if (targetId !== 'data-platform') {
      throw new NotFoundError(`There is no target '${targetId}'`);
    }
    return [];
  }

  async listMarts(): Promise<readonly MartDescription[]> {
    return this.marts;
  }

  async evaluate(
    spec: RequestSpec,
    options: { withSample: boolean; signal?: AbortSignal },
  ): Promise<Preview> {
    this.evaluations.push({ withSample: options.withSample });
    return {
      checks: [
        {
          rule: 'question-missing',
          severity: 'error',
          status: spec.question ? 'passed' : 'failed',
          field: 'question',
          message: { en: 'Write the question.', ja: '問いを書いてください。' },
        },
        {
          rule: 'name-taken',
          severity: 'error',
          status: this.taken.has(spec.name) ? 'failed' : 'passed',
          field: 'name',
          message: {
            en: `The name '${spec.name}' is taken.`,
            ja: '名前は使われています。',
          },
        },
      ],
      sample: options.withSample
        ? {
            status: 'available',
            columns: [{ name: 'amount', type: 'integer', masked: false }],
            rows: [[42]],
            truncated: false,
            sampledRowCount: 1,
          }
        : {
            status: 'unavailable',
            reason: { en: 'Not asked for', ja: '対象外です' },
          },
      joins: [],
      changeSet: {
        title: `Add ${spec.name}`,
        files: [
          {
            action: 'create',
            path: `transform/models/marts/${spec.name}.sql`,
            content: `-- ${spec.purpose}\n`,
          },
        ],
        explanation: [{ en: 'Adds a mart.', ja: 'マートを追加します。' }],
        hash: 'hash',
      },
      sql: 'select 42 as amount',
      reviewers: [
        {
          handle: '@data-engineering',
          entityRef: 'group:default/data-engineering',
          pattern: '*',
          paths: [`transform/models/marts/${spec.name}.sql`],
        },
      ],
      lowestTier: spec.tier,
    };
  }

  async proposeUnitTest(
    spec: RequestSpec,
  ): Promise<{ proposal: UnitTestProposal; lowestTier: Tier }> {
    return {
      proposal: {
        status: 'available',
        unitTest: {
          given: [{ source: 'orders', columns: ['amount'], rows: [[42]] }],
          expected: { columns: ['amount'], rows: [[42]] },
        },
      },
      lowestTier: spec.tier,
    };
  }

  async datasetId(spec: RequestSpec): Promise<DatasetId> {
    return {
      namespace: 'duckdb://demo',
      name: `retail.marts.${spec.name}`,
    };
  }

  pullRequestText(
    spec: RequestSpec,
    request: { id: string; number: number },
  ): PullRequestText {
    return {
      title: `Add ${spec.name}`,
      body: `Request #${request.number}`,
      commitMessage: `Add ${spec.name}\n\nRequest: ${request.id}`,
    };
  }
}
