import type { DatasetSource } from '../DatasetSource';

/** One source under test, over something that the harness can change. @public */
export interface SourceHarness {
  readonly source: DatasetSource;
  /**
   * Changes what the source reads, so that at least one record is different
   * or new.
   */
  change(): Promise<void>;
  /**
   * Makes it unreadable as a whole: the file is gone, the server answers
   * nothing. Absent where that cannot be staged.
   */
  break?(): Promise<void>;
  dispose(): Promise<void>;
}

/** One thing that every source guarantees. @public */
export interface SourceContractCase {
  readonly name: string;
  /** Throws where the source does not keep it. */
  run(harness: SourceHarness): Promise<void>;
}
