import type { Outline, Layout } from '../json/outline';
import type { SectionPlan } from '../json/JsonSlicer';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';

/** The kinds of file that are recognised. */
export type ArtifactKindName =
  | 'dbt-manifest'
  | 'dbt-catalog'
  | 'dbt-sources'
  | 'dbt-run-results'
  | 'dbt-semantic-manifest'
  | 'openlineage'
  | 'odcs'
  | 'warehouse-tables'
  | 'json-lines';

/** What a file says about itself as a whole. */
export interface ArtifactMetadata {
  /** Version of the dbt, or other tool, that wrote the file. */
  readonly toolVersion?: string;
  /** ISO-8601 UTC, milliseconds. */
  readonly generatedAt?: string;
  /** Files with the same id come from the same command. */
  readonly invocationId?: string;
  readonly adapterType?: string;
  readonly projectName?: string;
}

/** One record as it stands in the file. */
export interface Item {
  readonly section: string | undefined;
  /** Key within the section, if it is an object. */
  readonly key: string | undefined;
  readonly index: number;
  readonly value: unknown;
}

/** What a caller wants beyond the records themselves. */
export interface ReadingWishes {
  /** Also hand over the compiled SQL, as records of its own. */
  readonly compiledSql: boolean;
}

/** Reads the records of one file; made anew for each. */
export interface RecordReader {
  /** For files made of sections: which are records; default: none. */
  plan?(section: string): SectionPlan;
  /** A section that was planned as `value`; repairs become a note. */
  value?(section: string, value: unknown, scope: RecordScope): void;
  /** The records within what was cut out; default: it is one. */
  items?(item: Item): Iterable<Item>;
  /** Says refusals and repairs to `scope`; returns what to bring in. */
  read(item: Item, scope: RecordScope): readonly ArtifactRecord[];
  /** Once everything is read. */
  finish?(): void;
  /** Of the format, such as `v12`; asked for after `finish`. */
  readonly version: string | undefined;
  readonly metadata: ArtifactMetadata;
}

/** One kind of file: how it is recognised and who reads it. */
export interface ArtifactKind {
  readonly kind: ArtifactKindName;
  readonly layouts: readonly Layout[];
  /** From the beginning of the file, which may be cut anywhere. */
  recognises(outline: Outline): boolean;
  createReader(
    outline: Outline,
    ledger: ReasonLedger,
    wishes: ReadingWishes,
  ): RecordReader;
}
