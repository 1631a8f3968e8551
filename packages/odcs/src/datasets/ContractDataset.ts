import type {
  AuthoredText,
  DatasetId,
  Layer,
  Tier,
  UpdateFrequency,
} from '@suido/vocabulary';

/** Kinds of datasets that contracts can tell. @public */
export type ContractDatasetType =
  | 'table'
  | 'view'
  | 'materialized-view'
  | 'external-table'
  | 'seed'
  | 'snapshot'
  | 'file'
  | 'topic';

/** @public */
export interface ContractColumn {
  name: string;
  type?: string;
  isNullable?: boolean;
  definition?: AuthoredText;
  tier?: Tier;
  tags?: string[];
}

/** One of the three is there. @public */
export interface ContractOwner {
  /** Entity ref: `group:default/sales`. */
  ref?: string;
  name?: string;
  email?: string;
}

/**
 * A dataset as far as a contract can tell it; a part of what the catalog's own
 * records hold, in the same words.
 * @public
 */
export interface ContractDataset {
  id: DatasetId;
  type?: ContractDatasetType;
  layer?: Layer;
  domain?: string;
  dataProduct?: string;
  tags?: string[];
  owners?: ContractOwner[];
  stewards?: ContractOwner[];
  purpose?: string;
  updateFrequency?: UpdateFrequency;
  definition?: AuthoredText;
  tier?: Tier;
  lifecycle?: {
    state: 'proposed' | 'active' | 'deprecated';
    successor?: DatasetId;
    /** Last day of use; ISO-8601. */
    until?: string;
  };
  columns?: ContractColumn[];
  primaryKey?: string[];
  foreignKeys?: {
    columns: string[];
    references: DatasetId;
    referencedColumns: string[];
  }[];
  partitioning?: { columns: string[]; by?: string };
  tests?: { name: string; columns?: string[]; severity?: 'error' | 'warn' }[];
}
