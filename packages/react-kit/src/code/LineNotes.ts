import type { ReactNode } from 'react';

/** Lines of the new file, from 1; both ends belong to it. @public */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Something that stands under lines of a difference. @public */
export interface LineNote extends LineRange {
  /** Stable: what is typed inside lives as long as its key. */
  readonly key: string;
  readonly content: ReactNode;
}

/** What stands under lines of a difference, and how more gets there. @public */
export interface LineNotes {
  readonly items: readonly LineNote[];
  /**
   * Lines were chosen, to put something under them; absent where nobody may.
   * `extended` is the range told before, where this one grew out of it.
   */
  readonly onChoose?: (range: LineRange, extended?: LineRange) => void;
  /** The note to bring into view and to focus; again whenever `nth` changes. */
  readonly reveal?: { readonly key: string; readonly nth: number };
}
