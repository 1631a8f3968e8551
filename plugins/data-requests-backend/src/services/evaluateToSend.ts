import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  mayBeSent,
  type ChangeSet,
  type Check,
  type Preview,
  type RequestSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Language } from '@suido/vocabulary';
import type { StoredEvaluation } from '../database/StoredRequest';
import type { RequestEvaluator } from '../evaluation/RequestEvaluator';
import type { TargetConfig } from '../targets/TargetConfig';

/** A spec that may be sent, with all that was found out about it. */
export interface EvaluatedSpec {
  readonly preview: Preview;
  readonly changeSet: ChangeSet;
}

/**
 * Refuses a spec with what stands against it.
 *
 * @remarks
 * Keeps the name `InputError`, so it answers 400; `checks` goes along in the
 * answer, so that a form can show each message in its reader's language.
 */
export class ChecksFailedError extends InputError {
  readonly checks: readonly Check[];

  constructor(checks: readonly Check[]) {
    const problems = checks.map(check =>
      check.field ? `${check.field}: ${check.message.en}` : check.message.en,
    );
    super(`The request cannot be sent yet: ${problems.join(' ')}`);
    this.checks = checks;
  }

  /** What a request says of it that could not go on, in both languages. */
  get stateReason(): string {
    const said = (language: Language) =>
      this.checks.map(({ message }) => message[language]).join(' ');
    return `The request cannot be sent yet: ${said(
      'en',
    )} / まだ送信できません。${said('ja')}`;
  }
}

/**
 * Evaluates a spec that somebody wants to send.
 * @throws `ChecksFailedError` where a check stands against it
 */
export async function evaluateToSend(
  evaluator: RequestEvaluator,
  spec: RequestSpec,
  options: { credentials: BackstageCredentials; withSample: boolean },
): Promise<EvaluatedSpec> {
  const preview = await evaluator.evaluate(spec, options);
  if (!mayBeSent(preview.checks)) {
    throw new ChecksFailedError(
      preview.checks.filter(
        check => check.status === 'failed' && check.severity === 'error',
      ),
    );
  }
  if (!preview.changeSet) {
    throw new InputError(
      'The request cannot be sent yet: it is too unfinished to make a file of it.',
    );
  }
  return { preview, changeSet: preview.changeSet };
}

/** What a row keeps of an evaluation. */
export function toStoredEvaluation(evaluated: EvaluatedSpec): StoredEvaluation {
  return {
    checks: evaluated.preview.checks,
    reviewers: evaluated.preview.reviewers,
    explanation: evaluated.changeSet.explanation,
  };
}

/**
 * Entity refs whose review is asked for: the owners of the changed files, and
 * the target's fallback where nobody in the portal owns one of them.
 */
export function reviewerRefs(
  evaluated: EvaluatedSpec,
  target: TargetConfig,
): string[] {
  const known = evaluated.preview.reviewers.filter(
    reviewer => reviewer.entityRef !== undefined,
  );
  const ownedPaths = new Set(known.flatMap(reviewer => reviewer.paths));
  const isOwned = evaluated.changeSet.files.every(file =>
    ownedPaths.has(file.path),
  );
  return [
    ...new Set([
      ...known.flatMap(reviewer => reviewer.entityRef ?? []),
      ...(isOwned ? [] : target.reviewersFallback),
    ]),
  ];
}
