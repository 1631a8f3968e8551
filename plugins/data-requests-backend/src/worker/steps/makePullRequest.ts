import {
  evaluateToSend,
  reviewerRefs,
  toStoredEvaluation,
  type EvaluatedSpec,
} from '../../services/evaluateToSend';
import type { PullRequestText } from '../../evaluation/RequestEvaluator';
import type { RequestPatch, StoredRequest } from '../../database/StoredRequest';
import type { StepContext } from '../StepContext';

/** All that the forge gets of a request, made on the base as it stands now. */
export interface PullRequestContent {
  readonly evaluated: EvaluatedSpec;
  readonly text: PullRequestText;
  /** What the row keeps of the evaluation. */
  readonly patch: RequestPatch;
}

/**
 * Makes the content of a request's pull request.
 * @throws `ChecksFailedError` where the base meanwhile stands against it
 */
export async function makePullRequest(
  request: StoredRequest,
  context: StepContext,
): Promise<PullRequestContent> {
  const evaluated = await evaluateToSend(context.evaluator, request.spec, {
    credentials: await context.auth.getOwnServiceCredentials(),
    withSample: false,
  });
  const { config } = context.targets.get(request.target);
  return {
    evaluated,
    text: context.evaluator.pullRequestText(request.spec, {
      id: request.id,
      number: request.number,
      requester: request.requester,
      url: `${context.appBaseUrl}/data-requests/requests/${request.id}`,
      preview: evaluated.preview,
    }),
    patch: {
      reviewers: reviewerRefs(evaluated, config),
      // Checks that need rows did not run here; those of the author's send stay.
      evaluation: {
        ...toStoredEvaluation(evaluated),
        checks: request.evaluation.checks,
      },
    },
  };
}

/** Branch of a request: `suido/data-mart/01j…`. */
export function branchOf(request: StoredRequest): string {
  return `suido/${request.kind}/${request.id.toLowerCase()}`;
}
