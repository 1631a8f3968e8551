import type { JsonObject } from './shared';

/** A data test or unit test. */
export interface TestRecord {
  readonly record: 'test';
  readonly uniqueId: string;
  readonly kind: 'generic' | 'singular' | 'unit';
  readonly name: string;
  readonly package?: string;
  /** Of a generic test, such as `not_null` or `dbt_utils.at_least_one`. */
  readonly test?: string;
  /** Arguments of a generic test, without model and column. */
  readonly parameters: JsonObject;
  /** The dataset it is written at; the others are only read. */
  readonly attachedTo?: string;
  readonly columnName?: string;
  /** Unique ids of every dataset it reads. */
  readonly upstream: readonly string[];
  readonly severity?: 'warn' | 'error';
  readonly warnIf?: string;
  readonly errorIf?: string;
  readonly where?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly meta: JsonObject;
  readonly filePath?: string;
}
