import type {
  Preview,
  RequestSpec,
  RequestSummary,
} from '@suido/backstage-plugin-data-requests-common';
import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';
import type { DatasetId } from '@suido/vocabulary';

/** What the worker may have to do for a request. */
export type RequestStep = 'propose' | 'update' | 'close' | 'await-deploy';

/** For whom a step acts, and the commit that person had seen. */
export interface StepInput {
  readonly actor: ForgeActor;
  readonly expectedHead?: string;
}

/** What was evaluated when the request was last sent. */
export interface StoredEvaluation {
  readonly checks: Preview['checks'];
  readonly reviewers: Preview['reviewers'];
  readonly explanation: NonNullable<Preview['changeSet']>['explanation'];
}

/** A request as the database has it, whoever looks at it. */
export interface StoredRequest extends RequestSummary {
  readonly spec: RequestSpec;
  readonly specHash: string;
  readonly revision: number;
  readonly domain: string;
  readonly dataset: DatasetId;
  readonly draftId: string;
  /** Everyone whose own request this is. */
  readonly authors: readonly string[];
  /** Entity refs whose review is asked for. */
  readonly reviewers: readonly string[];
  readonly evaluation: StoredEvaluation;
  /** True where the forge may hold a proposal that is not recorded. */
  readonly proposing: boolean;
  readonly reviewsSeen: number;
  readonly commentsSeen: number;
  readonly nextStep?: RequestStep;
  readonly stepInput?: StepInput;
  readonly stepAttempts: number;
  readonly failedStep?: RequestStep;
  readonly leaseToken?: string;
  /** Moves with every change that people can see. */
  readonly version: number;
}

/** What a new request starts with; the database adds the rest. */
export type NewRequest = Pick<
  StoredRequest,
  | 'id'
  | 'kind'
  | 'target'
  | 'name'
  | 'title'
  | 'requester'
  | 'owner'
  | 'domain'
  | 'tier'
  | 'spec'
  | 'specHash'
  | 'evaluation'
  | 'reviewers'
  | 'datasetKey'
  | 'dataset'
  | 'draftId'
> & { readonly stepInput: StepInput };

/** Fields of a request that change in its life. */
export type RequestPatch = Partial<
  Pick<
    StoredRequest,
    | 'state'
    | 'stateReason'
    | 'title'
    | 'owner'
    | 'domain'
    | 'tier'
    | 'spec'
    | 'specHash'
    | 'revision'
    | 'evaluation'
    | 'authors'
    | 'reviewers'
    | 'proposal'
    | 'proposing'
    | 'reviewsSeen'
    | 'commentsSeen'
    | 'nextStep'
    | 'stepInput'
    | 'failedStep'
  >
>;
