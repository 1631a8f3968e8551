/** How much of a file is read before it is refused. */
export interface ArtifactLimits {
  /** Bytes of the file once unpacked; a gzip bomb ends here. */
  readonly unpackedBytes: number;
  /** Bytes of one record; a larger one is refused, the others are read. */
  readonly recordBytes: number;
  /** How deep objects and lists of one record may be nested. */
  readonly depth: number;
  /** Bytes of a YAML file, which is read as a whole. */
  readonly yamlBytes: number;
  /** Examples that are kept of each reason. */
  readonly examples: number;
  /**
   * Megabytes of heap that the worker may use. V8 keeps to the process's own
   * `--max-old-space-size` instead where that was given; `recordBytes` holds
   * then, too.
   */
  readonly workerHeapMegabytes: number;
}

const MEBIBYTE = 1024 * 1024;

/** Generous beside the largest files known (72 MB; records below 2 MB). */
export const DEFAULT_LIMITS: ArtifactLimits = {
  unpackedBytes: 512 * MEBIBYTE,
  recordBytes: 32 * MEBIBYTE,
  depth: 100,
  yamlBytes: 16 * MEBIBYTE,
  examples: 5,
  workerHeapMegabytes: 256,
};
