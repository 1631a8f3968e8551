import type {
  ReadingReason,
  ReadingReport,
} from '@suido/backstage-plugin-data-catalog-common';
import type { LocalizedText } from '@suido/vocabulary';

const MAX_EXAMPLES = 5;

/** Counts what became of records, with reasons and the first few places. */
export class ReportBuilder {
  #read = 0;
  #kept = 0;
  #repaired = 0;
  #refused = 0;
  readonly #reasons = new Map<string, ReadingReason>();

  /** Goes on where an earlier reading stopped. */
  static from(report: ReadingReport | undefined): ReportBuilder {
    const builder = new ReportBuilder();
    if (report) {
      builder.add(report);
    }
    return builder;
  }

  keep(): void {
    this.#read += 1;
    this.#kept += 1;
  }

  /** Kept, though not as it came. */
  repair(reasons: readonly ReportedReason[], example: string): void {
    this.#read += 1;
    this.#kept += 1;
    this.#repaired += 1;
    for (const reason of reasons) {
      this.#note('repaired', reason, example);
    }
  }

  refuse(reason: ReportedReason, example: string): void {
    this.#read += 1;
    this.#refused += 1;
    this.#note('refused', reason, example);
  }

  /** Records that were kept at first, and are refused after all. */
  takeBack(reason: ReportedReason, count: number): void {
    if (count > 0) {
      this.#kept -= count;
      this.#refused += count;
      this.#merge({ ...reason, outcome: 'refused', count, examples: [] });
    }
  }

  /** What the reader of a source counted by itself. */
  add({ totals, reasons }: ReadingReport): void {
    this.#read += totals.read;
    this.#kept += totals.kept;
    this.#repaired += totals.repaired;
    this.#refused += totals.refused;
    reasons.forEach(reason => this.#merge(reason));
  }

  /**
   * With what the reader of a source counted: it read more than it handed on,
   * and of what it handed on this refused and repaired some.
   */
  over(reader: ReadingReport): ReadingReport {
    const own = this.build();
    const combined = ReportBuilder.from(reader);
    combined.#kept -= own.totals.refused;
    combined.#repaired += own.totals.repaired;
    combined.#refused += own.totals.refused;
    own.reasons.forEach(reason => combined.#merge(reason));
    return combined.build();
  }

  build(): ReadingReport {
    return {
      totals: {
        read: this.#read,
        kept: Math.max(0, this.#kept),
        repaired: this.#repaired,
        refused: this.#refused,
      },
      reasons: [...this.#reasons.values()].map(reason => ({
        ...reason,
        examples: [...reason.examples],
      })),
    };
  }

  #note(
    outcome: ReadingReason['outcome'],
    reason: ReportedReason,
    example: string,
  ): void {
    this.#merge({ ...reason, outcome, count: 1, examples: [example] });
  }

  #merge(reason: ReadingReason): void {
    const identity = `${reason.outcome} ${reason.code}`;
    const known = this.#reasons.get(identity);
    this.#reasons.set(identity, {
      ...reason,
      count: (known?.count ?? 0) + reason.count,
      examples: [...(known?.examples ?? []), ...reason.examples].slice(
        0,
        MAX_EXAMPLES,
      ),
    });
  }
}

/** Why, as people read it. */
export interface ReportedReason {
  readonly code: string;
  readonly text: LocalizedText;
}
