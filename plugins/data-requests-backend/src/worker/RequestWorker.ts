import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ClaimedStep } from '../database/StepQueue';
import type { RequestStep } from '../database/StoredRequest';
import { finishStep } from './finishStep';
import { judgeFailure, waitMs } from './judgeFailure';
import type { StepContext, StepRunner } from './StepContext';
import { awaitDeploy } from './steps/awaitDeploy';
import { close } from './steps/close';
import { propose } from './steps/propose';
import { update } from './steps/update';

/*
 * Design
 *
 * A request row carries its own next step. Whoever stores a change that needs
 * the forge (send, change, withdraw, merge) stores the step in the same
 * transaction, so no step is ever lost and none exists without its cause.
 *
 * Every replica runs this worker. It takes a step with `for update skip
 * locked` under a lease (StepQueue), carries it to the forge, and writes the
 * outcome and the end of the step in one transaction (finishStep). It is woken
 * in-process right after a step was stored, and looks by itself every
 * `pollMs` for steps of other replicas, postponed ones, and those whose worker
 * died.
 *
 * A process may be killed at any point. Then the lease runs out and the step
 * is taken again, so each step can be repeated:
 *   propose       the forge finds the proposal by its key (the request's id)
 *   update        the forge knows the commit of an earlier try again
 *   close         a proposal that is no longer open counts as closed
 *   await-deploy  only reads
 * A worker that merely lost its lease writes nothing any more.
 *
 * Reviews and merges are no steps: a reviewer waits for the answer of the
 * forge. If the process dies between the forge and the row, the row follows
 * the proposal at the next start (reconcile), because git is the truth.
 */

const RUNNERS: Record<RequestStep, StepRunner> = {
  propose,
  update,
  close,
  'await-deploy': awaitDeploy,
};

/** Steps that one replica carries out at a time. */
const MOST_AT_ONCE = 4;

/** Times of the worker; tests shorten them. */
export interface WorkerTimes {
  readonly pollMs: number;
  readonly leaseMs: number;
}

const DEFAULT_TIMES: WorkerTimes = { pollMs: 2_000, leaseMs: 20_000 };

/** Longest pause between looks while the database does not answer. */
const LONGEST_PAUSE_MS = 15_000;

/** Carries stored steps to the forge; see the design above. */
export class RequestWorker {
  readonly #context: StepContext;
  readonly #logger: LoggerService;
  readonly #times: WorkerTimes;
  readonly #drains = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** How often in a row the steps could not be read. */
  #failures = 0;
  /** By the monotonic clock, which nobody sets. */
  #pauseEndsMs = 0;

  constructor(options: {
    context: StepContext;
    logger: LoggerService;
    times?: WorkerTimes;
  }) {
    this.#context = options.context;
    this.#logger = options.logger;
    this.#times = options.times ?? DEFAULT_TIMES;
  }

  /** Starts to look for steps. */
  start(): void {
    this.#timer = setInterval(() => {
      if (performance.now() >= this.#pauseEndsMs) {
        this.wake();
      }
    }, this.#times.pollMs);
    this.#timer.unref();
    this.wake();
  }

  /** Looks for steps now. Returns at once. */
  wake(): void {
    if (this.#isStopped || this.#drains.size >= MOST_AT_ONCE) {
      return;
    }
    const drain = this.#drain()
      .catch(error => this.#pause(error))
      .finally(() => this.#drains.delete(drain));
    this.#drains.add(drain);
  }

  /** Looks ever more rarely while the database does not answer. */
  #pause(error: unknown): void {
    this.#failures += 1;
    const pauseMs = Math.min(
      this.#times.pollMs * 2 ** this.#failures,
      LONGEST_PAUSE_MS,
    );
    this.#pauseEndsMs = performance.now() + pauseMs;
    this.#logger.error(
      `Steps of requests could not be read or written down, next try in ${pauseMs} ms: ${stringifyError(
        error,
      )}`,
    );
  }

  /** Takes no further step and waits for those at hand. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await Promise.all(this.#drains);
  }

  /** Carries out what is due, one step after the other, until nothing is. */
  async #drain(): Promise<void> {
    while (!this.#isStopped) {
      const claim = await this.#context.queue.claim(this.#times.leaseMs);
      this.#failures = 0;
      this.#pauseEndsMs = 0;
      if (!claim) {
        return;
      }
      await this.#carryOut(claim);
    }
  }

  async #carryOut(claim: ClaimedStep): Promise<void> {
    const { queue } = this.#context;
    const heartbeat = setInterval(() => {
      queue.renew(claim, this.#times.leaseMs).catch(error => {
        this.#logger.warn(
          `The lease of request ${
            claim.request.id
          } was not renewed: ${stringifyError(error)}`,
        );
      });
    }, this.#times.leaseMs / 4);
    heartbeat.unref();
    try {
      const result = await RUNNERS[claim.step](claim, this.#context);
      if (result === 'wait') {
        await queue.postpone(claim, {
          delayMs: waitMs(claim.request.stepAttempts),
        });
      }
    } catch (error) {
      await this.#fail(claim, error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #fail(claim: ClaimedStep, error: unknown): Promise<void> {
    const { request, step } = claim;
    const verdict = judgeFailure(step, error, request.stepAttempts);
    this.#logger.warn(
      `Step '${step}' of request ${request.id} (attempt ${
        request.stepAttempts
      }, ${verdict.kind}): ${stringifyError(error)}`,
    );
    if (verdict.kind === 'retry') {
      const isShown = request.state === 'checking';
      await this.#context.queue.postpone(claim, {
        delayMs: verdict.delayMs,
        reason: isShown ? verdict.reason : undefined,
      });
      return;
    }
    const { state, reason } = verdict;
    await finishStep(claim, this.#context, () => ({
      patch: state
        ? { state, stateReason: reason, failedStep: step }
        : { stateReason: reason },
    }));
  }
}
