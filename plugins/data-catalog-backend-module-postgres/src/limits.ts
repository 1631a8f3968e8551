/** Longest definition that the catalog takes (`authoredTextSchema`). */
export const MOST_TEXT_CHARS = 65_536;
/** Longest query of a view that it takes (`datasetRecordSchema`). */
export const MOST_SQL_CHARS = 1_000_000;
/** Most foreign keys of a dataset. */
export const MOST_FOREIGN_KEYS = 500;
/** Longest description of a partition key. */
export const MOST_PARTITIONING_CHARS = 256;
