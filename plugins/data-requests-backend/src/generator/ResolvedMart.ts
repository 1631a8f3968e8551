import type {
  Aggregation,
  FilterOperator,
  MartColumn,
  TimeGrain,
} from '@suido/backstage-plugin-data-requests-common';
import type { AuthoredText, Tier } from '@suido/vocabulary';
import type { ViewColumn, ViewDataset } from '../repository/RepositoryView';
import type { ValueType } from '../sql/ValueType';

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

/** A value as the type of its column reads it; never raw text of a form. */
export interface FilterLiteral {
  readonly type: ValueType;
  /** In canonical form: `2026-01-01`, `12.5`, `true`; of texts the text itself. */
  readonly text: string;
}

export interface ResolvedFilter {
  readonly column: SourceColumn;
  readonly operator: FilterOperator;
  readonly values: readonly FilterLiteral[];
}

export type Operand =
  | { readonly kind: 'column'; readonly name: string; readonly type: ValueType }
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly type: ValueType;
    };

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
      readonly operation: 'add' | 'subtract' | 'multiply' | 'divide';
      readonly left: Operand;
      readonly right: Operand;
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
