import type {
  Duplicate,
  MartDifference,
} from '@suido/backstage-plugin-data-requests-common';

/** Something that looks like a request's mart. */
export interface SimilarMart {
  /** `dataset:<key>` or `request:<id>`. */
  readonly subject: string;
  /** Absent where it looked like the mart once, and does not now. */
  readonly duplicate: Duplicate | undefined;
  /** Why the author says that the mart differs. */
  readonly difference: string | undefined;
}

/**
 * What the author answered to, then what looks as much alike and was not
 * answered to.
 * @param likelyFrom - score from which on something is named without an answer
 */
export function similarMarts(
  differences: readonly MartDifference[],
  duplicates: readonly Duplicate[],
  likelyFrom: number,
): SimilarMart[] {
  const answered = new Set(differences.map(({ subject }) => subject));
  return [
    ...differences.map(({ subject, reason }) => ({
      subject,
      duplicate: duplicates.find(it => it.subject === subject),
      difference: reason.trim() || undefined,
    })),
    ...duplicates
      .filter(
        ({ subject, score }) => score >= likelyFrom && !answered.has(subject),
      )
      .map(duplicate => ({
        subject: duplicate.subject,
        duplicate,
        difference: undefined,
      })),
  ];
}
