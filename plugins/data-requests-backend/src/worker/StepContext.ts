import type { AuthService } from '@backstage/backend-plugin-api';
import type { SampleSource } from '@suido/backstage-plugin-data-requests-node';
import type { RequestStore } from '../database/RequestStore';
import type { RevisionStore } from '../database/RevisionStore';
import type { ClaimedStep, StepQueue } from '../database/StepQueue';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import type { ProposalFollower } from '../services/ProposalFollower';
import type { RequestAnnouncer } from '../services/RequestAnnouncer';
import type { Targets } from '../targets/Targets';

/** What every step works with. */
export interface StepContext {
  readonly store: RequestStore;
  readonly revisions: RevisionStore;
  readonly queue: StepQueue;
  readonly targets: Targets;
  readonly evaluator: RequestEvaluator;
  readonly sampleSources: readonly SampleSource[];
  readonly follower: ProposalFollower;
  readonly announcer: RequestAnnouncer;
  readonly auth: AuthService;
  /** Where people open the portal, without a slash at its end. */
  readonly appBaseUrl: string;
}

/**
 * Carries out one step.
 *
 * @remarks
 * Answers `done` once the row says what became of it, or `wait` to be called
 * again later without having failed. Whatever it throws is judged by
 * `judgeFailure`.
 */
export type StepRunner = (
  claim: ClaimedStep,
  context: StepContext,
) => Promise<'done' | 'wait'>;
