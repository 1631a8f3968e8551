import type { Layer } from '@suido/vocabulary';

/** All of the conditions that are given must hold. */
export interface LayerRule {
  readonly layer: Layer;
  /** Folder of the file that defines the dataset: `models/marts`. */
  readonly folder?: string;
  /** The part of the name before the last: `marts`. */
  readonly schema?: string;
  /** What the last part of the name begins with: `fct_`. */
  readonly prefix?: string;
  readonly tag?: string;
}

/**
 * Whom to believe, the most trusted first: ids or kinds of sources; `*` stands
 * for all that are not named.
 */
export type SourceOrder = readonly string[];

/** What is configured of merging. */
export interface MergeConfig {
  readonly precedence: {
    /** Definition, purpose, owner, domain, tier, layer, ... */
    readonly meaning: SourceOrder;
    /** Columns and their types, keys, sizes, partitioning, queries of views. */
    readonly physical: SourceOrder;
  };
  /** Group by what sources call it, in small letters: a name, an address. */
  readonly owners: ReadonlyMap<string, string>;
  /** The first that fits counts, where no source says the layer. */
  readonly layers: readonly LayerRule[];
}

/** Order in which sources are believed when nothing is configured. */
export const DEFAULT_PRECEDENCE: MergeConfig['precedence'] = {
  meaning: ['dbt', 'odcs', 'push', '*', 'inferred'],
  physical: ['*', 'dbt', 'odcs', 'push', 'inferred'],
};
