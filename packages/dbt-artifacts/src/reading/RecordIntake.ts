import type { SectionPlan, Slice, SliceHandler } from '../json/JsonSlicer';
import { parseTolerant, type Parsed } from '../json/parseTolerant';
import type { Item, RecordReader } from '../kinds/ArtifactKind';
import { RecordScope, type ReasonLedger } from '../reasons/ReasonLedger';
import type { BatchQueue } from './BatchQueue';

/** Parses what was cut out, has it read, and counts what came of it. */
export class RecordIntake implements SliceHandler {
  readonly #reader: RecordReader;
  readonly #ledger: ReasonLedger;
  readonly #queue: BatchQueue;
  readonly #depthLimit: number;

  constructor(
    reader: RecordReader,
    ledger: ReasonLedger,
    queue: BatchQueue,
    limits: { readonly depth: number },
  ) {
    this.#depthLimit = limits.depth;
    this.#reader = reader;
    this.#ledger = ledger;
    this.#queue = queue;
  }

  plan(section: string): SectionPlan {
    return this.#reader.plan?.(section) ?? 'skip';
  }

  repeatedSection(section: string): void {
    this.#ledger.note('duplicate-section', section);
  }

  conflictMarker(section: string | undefined): void {
    this.#ledger.note('conflict-between-records', section ?? 'file');
  }

  slice(slice: Slice): void {
    if (slice.isWhole) {
      this.#section(slice);
      return;
    }
    const scope = new RecordScope(this.#ledger, placeOf(slice));
    const parsed = this.parse(slice, scope);
    if (parsed) {
      this.parsed({ ...slice, value: parsed.value }, slice.bytes.length, scope);
    } else {
      this.#ledger.settle(scope);
    }
  }

  parse(
    slice: Pick<Slice, 'bytes' | 'keyCount' | 'exceeds'>,
    scope: RecordScope,
  ): Parsed | undefined {
    if (slice.exceeds) {
      scope.refuse(
        slice.exceeds === 'bytes' ? 'record-too-large' : 'record-too-deep',
      );
      return undefined;
    }
    // Who counted keys looked at the depth as well
    return parseTolerant(
      slice.bytes,
      slice.keyCount === undefined
        ? { depthLimit: this.#depthLimit }
        : { keyCount: slice.keyCount },
      scope,
    );
  }

  /** @param first - what was already said, where it holds one record */
  parsed(whole: Item, bytes: number, first?: RecordScope): void {
    const items = this.#reader.items?.(whole) ?? [whole];
    let scope = first;
    for (const item of items) {
      scope ??= new RecordScope(this.#ledger, placeOf(item));
      const records = this.#reader.read(item, scope);
      this.#ledger.settle(scope);
      if (!scope.refusal && !scope.leftOut) {
        this.#queue.add(records, bytes);
      }
      scope = undefined;
    }
  }

  // `null` is how every version writes a section that has nothing
  #section(slice: Slice): void {
    const section = slice.section ?? 'file';
    const scope = new RecordScope(this.#ledger, section);
    const parsed = this.parse(slice, scope);
    if (parsed && this.plan(section) === 'value') {
      this.#reader.value?.(section, parsed.value, scope);
      if (scope.repairs.size > 0) {
        const codes = [...scope.repairs.keys()].join(', ');
        this.#ledger.note('head-repaired', section, codes);
      }
    } else if (parsed?.value !== null) {
      this.#ledger.note('broken-section', section);
    }
  }
}

function placeOf({
  section,
  key,
  index,
}: Pick<Item, 'section' | 'key' | 'index'>): string {
  const last = key ?? String(index);
  return section === undefined ? last : `${section}.${last}`;
}
