import { LIKELY_DUPLICATE_SCORE } from '@suido/backstage-plugin-data-requests-common';

/** How alike two things are, as a word. */
export type Likeness = 'same' | 'very' | 'alike' | 'somewhat';

const SAME_SCORE = 0.9;
const ALIKE_SCORE = 0.5;

/** The word for a score between 0 and 1. */
export function likenessOf(score: number): Likeness {
  if (score >= SAME_SCORE) {
    return 'same';
  }
  if (score >= LIKELY_DUPLICATE_SCORE) {
    return 'very';
  }
  return score >= ALIKE_SCORE ? 'alike' : 'somewhat';
}
