export interface Config {
  /** One catalog of datasets, merged from many tellers. */
  dataCatalog?: {
    /**
     * Whom to believe, the most trusted first: ids or kinds of sources; '*'
     * stands for all that are not named. What people write in the portal always
     * counts first.
     */
    precedence?: {
      /**
       * Of definition, purpose, owner, domain, tier, layer, update frequency.
       * Default: dbt, odcs, push, '*', inferred.
       */
      meaning?: string[];
      /**
       * Of columns and their types, keys, sizes, partitioning, queries of
       * views. Default: '*' (warehouses), dbt, odcs, push, inferred.
       */
      physical?: string[];
    };
    owners?: {
      /** Groups by what sources call them. */
      map?: Array<{
        /** Names and e-mail addresses, in any case. */
        says: string[];
        /** Entity ref of the group: 'group:default/sales'. */
        owner: string;
      }>;
    };
    /**
     * Layers of datasets of which no source says it. The first rule that fits
     * counts; all of its conditions must hold.
     */
    layers?: Array<{
      layer: 'raw' | 'staging' | 'intermediate' | 'mart' | 'bi';
      /** Folder of the file that defines the dataset: 'models/marts'. */
      folder?: string;
      /** The part of the name before the last: 'marts'. */
      schema?: string;
      /** What the last part of the name begins with: 'fct_'. */
      prefix?: string;
      tag?: string;
    }>;
    /** What is masked in texts before anything is stored. */
    masking?: {
      /** E-mail addresses in definitions, purposes, titles. Default: true. */
      emails?: boolean;
      /** What looks like a token, a key or a password. Default: true. */
      secrets?: boolean;
      /** Further patterns. */
      rules?: Array<{
        name?: string;
        /** A regular expression of JavaScript, read with the flags 'gu'. */
        pattern: string;
        /** Default: '[masked]'. */
        replacement?: string;
      }>;
    };
    /**
     * A snapshot that would remove a larger share of what its source told
     * waits for a data engineer. 0 to 1, default 0.2.
     */
    maxRemovedShare?: number;
    /** Fewer than these are removed without asking. Default: 10. */
    minRemoved?: number;
    search?: {
      /** Words that mean one thing in this company, in any language. */
      synonyms?: Array<{ words: string[] }>;
    };
    /** What is particular to sources. */
    sources?: Array<{
      id: string;
      /** Instead of the general one. */
      maxRemovedShare?: number;
    }>;
    /** Sources that push their snapshots. */
    push?: {
      sources?: Array<{
        /**
         * Names the source for good, in the address of its pushes. Small
         * letters, digits, '.', '_' and '-'.
         */
        id: string;
        /** How pages show it. Default: the id. */
        title?: string;
        /** Subjects of the tokens of 'backend.auth.externalAccess'. */
        subjects: string[];
      }>;
      /** Above these a push is refused. */
      limits?: {
        /** Of a body with gzip, as it is sent. Default: 256. */
        compressedMebibytes?: number;
        /** Of the lines. Default: 2048. */
        mebibytes?: number;
        /** Of one line. Default: 16. */
        recordMebibytes?: number;
      };
    };
  };
}
