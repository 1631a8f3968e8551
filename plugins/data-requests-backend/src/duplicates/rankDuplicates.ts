import type { Duplicate } from '@suido/backstage-plugin-data-requests-common';
import type { DuplicateCandidate } from './DuplicateCandidate';
import type { MartSummary } from './MartSummary';
import { scoreDuplicate } from './scoreDuplicate';

/** Below this score nobody would call two marts alike. */
const LEAST_SCORE = 0.35;
const MOST_DUPLICATES = 5;

/** What looks like a spec, most alike first, of equals by name. */
export function rankDuplicates(
  candidates: readonly DuplicateCandidate[],
  spec: MartSummary,
): Duplicate[] {
  return candidates
    .map(({ summary, ...candidate }): Duplicate => {
      const { score, reasons } = scoreDuplicate(summary, spec);
      return { ...candidate, score, reasons: [...reasons] };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(
      (a, b) =>
        b.score - a.score ||
        compare(a.name, b.name) ||
        compare(a.subject, b.subject),
    )
    .slice(0, MOST_DUPLICATES);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
