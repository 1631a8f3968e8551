import type { AuthoredText } from '@suido/vocabulary';

/** What a row of `search_column_texts` holds. */
export interface ColumnText {
  /** Hash of the rest. */
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly definition: AuthoredText;
  readonly nameLength: number;
  /** Words of name and definition. */
  readonly words: readonly string[];
  /** As PostgreSQL reads a tsvector. */
  readonly lexemes: string;
}

/** What a row of `search_documents` holds. */
export interface SearchDocument {
  readonly kind: 'dataset' | 'saved-query' | 'dashboard';
  readonly datasetId?: string;
  readonly assetId?: string;
  readonly nameLength: number;
  readonly source?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  /** Anywhere in it. */
  readonly words: ReadonlySet<string>;
  /** As PostgreSQL reads a tsvector. */
  readonly lexemes: string;
  readonly columns: readonly ColumnText[];
}
