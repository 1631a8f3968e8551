import type { FreshnessCriteria } from './shared';

/** What one `dbt source freshness` found about one source. */
export interface FreshnessRecord {
  readonly record: 'freshness';
  readonly uniqueId: string;
  /** `failed`: the query itself broke, so nothing is known. */
  readonly status: 'pass' | 'warn' | 'error' | 'failed';
  /** ISO-8601 UTC. */
  readonly loadedAt?: string;
  /** ISO-8601 UTC. */
  readonly checkedAt?: string;
  readonly ageSeconds?: number;
  readonly criteria: FreshnessCriteria;
  readonly error?: string;
}
