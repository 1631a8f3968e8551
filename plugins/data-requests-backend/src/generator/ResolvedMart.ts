import type {
  Aggregation,
  FilterOperator,
  MartColumn,
  TimeGrain,
} from '@suido/backstage-plugin-data-requests-common';
import type { AuthoredText, Tier } from '@suido/vocabulary';
import type { ViewColumn, ViewDataset } from '../repository/RepositoryView';
import type { ValueType } from '../sql/ValueType';
import type { ResolvedCalculation } from './calculation/ResolvedCalculation';
import type { TypedLiteral } from './readFilterValue';

/** A column of a source, found. */
export interface SourceColumn {
  readonly alias: string;
  readonly column: ViewColumn;
}

export interface ResolvedSource {
  readonly alias: string;
  readonly dataset: ViewDataset;
}

export interface ResolvedJoin {
  readonly alias: string;
  readonly type: 'inner' | 'left';
  readonly on: readonly {
    readonly left: SourceColumn;
    readonly right: SourceColumn;
  }[];
}

export interface ResolvedFilter {
  readonly column: SourceColumn;
  readonly operator: FilterOperator;
  readonly values: readonly TypedLiteral[];
}

export type MartExpression =
  | { readonly kind: 'column'; readonly from: SourceColumn }
  | {
      readonly kind: 'period';
      readonly from: SourceColumn;
      readonly grain: TimeGrain;
    }
  | {
      readonly kind: 'aggregate';
      readonly aggregation: Aggregation;
      /** Absent where rows are counted. */
      readonly from?: SourceColumn;
    }
  | {
      readonly kind: 'derived';
      readonly calculation: ResolvedCalculation;
      /** Names of the columns of the mart that it is made of. */
      readonly reads: readonly string[];
      /** 1 where it needs no other derived column. */
      readonly level: number;
    };

export interface ResolvedColumn {
  readonly name: string;
  readonly role: MartColumn['role'];
  readonly definition: AuthoredText;
  readonly type: ValueType;
  /** The highest of what it is made of. */
  readonly tier: Tier;
  readonly expression: MartExpression;
}

/**
 * A mart whose every name has been found: what the printers of SQL work on.
 * The warehouse's query and the preview's come from the same one.
 */
export interface ResolvedMart {
  /** In the order in which they are joined. */
  readonly sources: readonly [ResolvedSource, ...ResolvedSource[]];
  readonly joins: readonly ResolvedJoin[];
  readonly filters: readonly ResolvedFilter[];
  readonly columns: readonly ResolvedColumn[];
  /** Whether rows are grouped. */
  readonly aggregated: boolean;
}
