import {
  REASONS,
  type ReasonCode,
  type ReasonCodeOf,
  type ReasonOutcome,
} from './reasons';
import type { Text } from '../ArtifactError';

/** A place in the file where a reason was met. */
export interface ReasonExample {
  /** The unique id of the record, or `section.key` where it has none. */
  readonly at: string;
  /** The field within the record. */
  readonly field?: string;
}

/** One reason, how often it was met, and the first places. */
export interface ReportedReason {
  readonly code: ReasonCode;
  readonly outcome: ReasonOutcome;
  /** Records, each once; for notes: occurrences. */
  readonly count: number;
  readonly text: Text;
  readonly examples: readonly ReasonExample[];
}

/** How many records were read, and what became of them. */
export interface ReportedTotals {
  /** Every record that was met: kept, refused or left out. */
  readonly read: number;
  /** Brought in, with or without a repair. */
  readonly kept: number;
  /** Those of `kept` that needed a repair. */
  readonly repaired: number;
  readonly refused: number;
}

const LONGEST_PLACE = 300;

/** Counts records and reasons while a file is read. */
export class ReasonLedger {
  readonly #examplesLimit: number;
  readonly #reasons = new Map<
    ReasonCode,
    { count: number; examples: ReasonExample[] }
  >();
  #read = 0;
  #kept = 0;
  #repaired = 0;
  #refused = 0;

  constructor(options: { readonly examples: number }) {
    this.#examplesLimit = options.examples;
  }

  get totals(): ReportedTotals {
    return {
      read: this.#read,
      kept: this.#kept,
      repaired: this.#repaired,
      refused: this.#refused,
    };
  }

  /** Most frequent first within refused, repaired, left out, notes. */
  get reasons(): readonly ReportedReason[] {
    const order: readonly ReasonOutcome[] = [
      'refused',
      'repaired',
      'left-out',
      'note',
    ];
    return [...this.#reasons]
      .map(([code, { count, examples }]) => ({
        code,
        outcome: REASONS[code].outcome,
        count,
        text: REASONS[code].text,
        examples,
      }))
      .sort(
        (a, b) =>
          order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
          b.count - a.count,
      );
  }

  /** Something about the file, or about a part of it that is not counted. */
  note(code: ReasonCodeOf<'note'>, at: string, field?: string): void {
    this.#add(code, at, field);
  }

  /** Counts one record and everything that was said about it. */
  settle(record: RecordScope): void {
    this.#read++;
    const { refusal, leftOut, repairs, at } = record;
    if (refusal) {
      this.#refused++;
      this.#add(refusal.code, at, refusal.field);
      return;
    }
    if (leftOut) {
      this.#add(leftOut, at);
      return;
    }
    this.#kept++;
    if (repairs.size > 0) {
      this.#repaired++;
      repairs.forEach((field, code) => this.#add(code, at, field));
    }
  }

  #add(code: ReasonCode, at: string, field?: string): void {
    const reason = this.#reasons.get(code) ?? { count: 0, examples: [] };
    reason.count++;
    if (reason.examples.length < this.#examplesLimit) {
      reason.examples.push({
        at: at.slice(0, LONGEST_PLACE),
        ...(field && { field: field.slice(0, LONGEST_PLACE) }),
      });
    }
    this.#reasons.set(code, reason);
  }
}

/** What is said about one record while it is read. */
export class RecordScope {
  /** Where the record is; its reader may put the unique id here. */
  at: string;
  refusal?: { readonly code: ReasonCodeOf<'refused'>; readonly field?: string };
  leftOut?: ReasonCodeOf<'left-out'>;
  /** Each kind of repair once, with the first field it was met in. */
  readonly repairs = new Map<ReasonCodeOf<'repaired'>, string | undefined>();
  readonly #ledger: ReasonLedger;

  constructor(ledger: ReasonLedger, at: string) {
    this.#ledger = ledger;
    this.at = at;
  }

  /** The record is not brought in. */
  refuse(code: ReasonCodeOf<'refused'>, field?: string): void {
    this.refusal ??= { code, field };
  }

  /** The record is understood, and not a matter of the catalog. */
  leaveOut(code: ReasonCodeOf<'left-out'>): void {
    this.leftOut = code;
  }

  /** Something in the record was put right. */
  repair(code: ReasonCodeOf<'repaired'>, field?: string): void {
    if (!this.repairs.has(code)) {
      this.repairs.set(code, field);
    }
  }

  note(code: ReasonCodeOf<'note'>, field?: string): void {
    this.#ledger.note(code, this.at, field);
  }
}
