import { StopRequested } from '../lib/portal/stop-request.mjs';
import { Skipped } from './skipped.mjs';

const MAX_LINES = 40;

/**
 * Runs checks that build on each other's results, prints a line for each, and
 * counts them.
 */
export class Suite {
  passed = 0;
  failed = 0;
  skipped = 0;
  #report;

  /** @param {import('./report.mjs').Report} report */
  constructor(report) {
    this.#report = report;
  }

  get totals() {
    const { passed, failed, skipped } = this;
    return { passed, failed, skipped };
  }

  /**
   * @template {{ detail?: string }} T
   * @param {string} title
   * @param {() => Promise<T>} work
   * @param {unknown[]} [needs] what earlier checks gave; the check is skipped
   *   when one of them gave nothing
   * @returns {Promise<T | undefined>} nothing where it failed or was skipped
   */
  async check(title, work, needs = []) {
    if (needs.includes(undefined)) {
      this.skipped++;
      this.#report.line('skipped', `${title}: what it needs did not pass`);
      return undefined;
    }
    const startedAt = performance.now();
    try {
      const result = await work();
      this.passed++;
      const detail = result.detail ? `: ${result.detail}` : '';
      this.#report.line('ok', `${title}${detail}`, startedAt);
      return result;
    } catch (error) {
      if (error instanceof StopRequested) {
        throw error;
      }
      if (error instanceof Skipped) {
        this.skipped++;
        this.#report.line(
          'skipped',
          `${title}: ${error.message}. ${error.cure}`,
        );
      } else {
        this.failed++;
        this.#report.line('FAILED', title, startedAt);
        this.#report.problem(lastLines(error));
      }
      return undefined;
    }
  }
}

function lastLines(error) {
  const text = [error.message, error.details].filter(Boolean).join('\n');
  return text.trimEnd().split('\n').slice(-MAX_LINES).join('\n');
}
