import type {
  ReadingReason,
  ReadingReport,
} from '@suido/backstage-plugin-data-catalog-common';

const MOST_EXAMPLES = 10;

/** Why something was not kept as it came. @public */
export type ReadingCause = Pick<ReadingReason, 'code' | 'outcome' | 'text'>;

/**
 * Counts what becomes of the records of one reading.
 *
 * @remarks
 * `repaired` and `refused` are counted in records: one that was repaired for
 * two reasons is one record of the totals, and one of each reason.
 * @public
 */
export class ReadingTally {
  readonly #reasons = new Map<string, ReadingReason>();
  #kept = 0;
  #repaired = 0;
  #refused = 0;

  /** A record that goes to the catalog, repaired where there are causes. */
  keep(at: string, causes: Iterable<ReadingCause> = []): void {
    this.#kept += 1;
    let isRepaired = false;
    for (const cause of new Set(causes)) {
      this.note(at, cause);
      isRepaired ||= cause.outcome === 'repaired';
    }
    this.#repaired += isRepaired ? 1 : 0;
  }

  /** A record that does not go to the catalog, though it should. */
  refuse(at: string, cause: ReadingCause): void {
    this.#refused += 1;
    this.note(at, cause);
  }

  /** What concerns no record's fate: left out on purpose, or worth knowing. */
  note(at: string, cause: ReadingCause, count: number = 1): void {
    const { code, outcome, text } = cause;
    const reason = this.#reasons.get(code) ?? {
      code,
      outcome,
      text,
      count: 0,
      examples: [],
    };
    reason.count += count;
    if (reason.examples.length < MOST_EXAMPLES) {
      reason.examples.push(at);
    }
    this.#reasons.set(code, reason);
  }

  /** As it stands now. */
  report(): ReadingReport {
    return {
      totals: {
        read: this.#kept + this.#refused,
        kept: this.#kept,
        repaired: this.#repaired,
        refused: this.#refused,
      },
      reasons: [...this.#reasons.values()].map(reason => ({
        ...reason,
        examples: [...reason.examples],
      })),
    };
  }
}
