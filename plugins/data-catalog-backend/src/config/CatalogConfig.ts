import type { TextMask } from '../masking/TextMask';
import type { MergeConfig } from '../merge/MergeConfig';

/** A teller that pushes. */
export interface PushSourceConfig {
  readonly id: string;
  readonly title: string;
  /** Subjects of `externalAccess` tokens that may push as it. */
  readonly subjects: readonly string[];
}

/** Sizes above which a push is refused. */
export interface PushLimits {
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly recordBytes: number;
}

/** When a snapshot that would remove much waits for a data engineer. */
export interface HoldBackConfig {
  /** 0 to 1. */
  readonly maxRemovedShare: number;
  /** By id of the source. */
  readonly maxRemovedShares: ReadonlyMap<string, number>;
  /** Fewer than these are never held back. */
  readonly minRemoved: number;
}

/** The section `dataCatalog` of the configuration. */
export interface CatalogConfig {
  readonly merge: MergeConfig;
  readonly mask: TextMask;
  readonly holdBack: HoldBackConfig;
  /** Groups of words that mean one thing, beside those that are known. */
  readonly synonyms: readonly (readonly string[])[];
  readonly push: {
    readonly sources: readonly PushSourceConfig[];
    readonly limits: PushLimits;
  };
}
