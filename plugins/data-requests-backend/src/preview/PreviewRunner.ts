import type { SampleValue } from '@suido/backstage-plugin-data-requests-common';

/** Rows that statements may read, column by column. */
export interface PreviewTable {
  /** Under which statements read it; two queries may share it. */
  readonly name: string;
  /** A table of the same name and revision is sent only once. */
  readonly revision: string;
  readonly columns: readonly {
    readonly name: string;
    /** DuckDB's name of the type; a value that does not fit becomes empty. */
    readonly type: string;
    readonly values: readonly SampleValue[];
  }[];
  readonly rowCount: number;
}

/** One `select`. */
export interface PreviewStatement {
  readonly id: string;
  readonly sql: string;
  readonly maxRows: number;
  /** Name under which the statements after it can read its rows. */
  readonly keepAs?: string;
}

export interface PreviewQuery {
  readonly tables: readonly PreviewTable[];
  /** Run in order; those after one that was stopped are not run. */
  readonly statements: readonly PreviewStatement[];
}

/** What came of a statement. */
export type PreviewResult =
  | {
      readonly id: string;
      readonly status: 'ok';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SampleValue[])[];
      /** True where there were more than `maxRows`. */
      readonly truncated: boolean;
    }
  | {
      readonly id: string;
      readonly status: 'failed';
      /**
       * `refused`: not a single `select`; `time`, `memory`: took too much;
       * `query`: the engine's own words are in the message.
       */
      readonly reason: 'refused' | 'query' | 'time' | 'memory';
      readonly message: string;
    };

/** Where previews are computed. */
export interface PreviewRunner {
  /**
   * One result per statement, in their order. What a query does wrong is in
   * its results.
   *
   * @throws the reason of the signal once that is aborted; an error where the
   * preview process cannot be started
   */
  run(
    query: PreviewQuery,
    signal?: AbortSignal,
  ): Promise<readonly PreviewResult[]>;
  /** Ends the process; a later `run` is refused. */
  stop(): Promise<void>;
}
