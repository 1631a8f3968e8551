import type { LocalizedText } from '@suido/vocabulary';
import { compareColumns } from './compareColumns';
import {
  columnsReason,
  grainReason,
  sourcesReason,
  wordsReason,
} from './duplicateReasons';
import type { MartSummary } from './MartSummary';
import { overlap, wordSimilarity } from './words';

/*
 * How far a mart is what is asked for: a weighted mean of four likenesses, each 0 to 1.
 *
 *   sources  which datasets are read            overlap of their keys
 *   columns  what a row holds                   see compareColumns.ts
 *   grain    what a row stands for              the same columns, or not
 *   words    what it is for, in people's words  see words.ts
 *
 * The weights say what a data engineer looks at. Columns tell most; with the
 * same sources, columns and grain a mart is a likely duplicate whatever its
 * words (0.25 + 0.35 + 0.15 = 0.75, LIKELY_DUPLICATE_SCORE), and none of the
 * four is enough alone. Sources, grain and words are compared the same both
 * ways; columns are not: who asks for six that exist among thirteen is served,
 * who asks for thirteen of which six exist is not.
 *
 * A repository does not always say the grain of a mart; it then counts on
 * neither side. Anything else that is missing has nothing in common with
 * anything: a form that only names its sources is a duplicate of nothing.
 */
const WEIGHTS = { sources: 0.25, columns: 0.35, grain: 0.15, words: 0.25 };

/** Fewer shared words than this are chance and are not shown as a reason. */
const TELLING_WORDS = 0.2;

/** How far a mart is what a spec asks for, and in what. */
export interface DuplicateScore {
  /** 0 (nothing in common) to 1 (the same). */
  readonly score: number;
  /** Most telling first, in words of the spec. */
  readonly reasons: readonly LocalizedText[];
}

/**
 * Compares a mart that exists, or is asked for, with a spec.
 * @returns a score rounded to thousandths, so that what is shown as equal to a
 *   threshold is treated as equal
 */
export function scoreDuplicate(
  candidate: MartSummary,
  spec: MartSummary,
): DuplicateScore {
  const columns = compareColumns(candidate.columns, spec.columns);
  const words = wordSimilarity(candidate.words, spec.words);
  const parts = [
    {
      weight: WEIGHTS.sources,
      likeness: overlap(
        new Set(candidate.sources.keys()),
        new Set(spec.sources.keys()),
      ),
      reason: () => sourcesReason(candidate, spec),
    },
    {
      weight: WEIGHTS.columns,
      likeness: columns.likeness,
      reason: () => columnsReason(columns.shared, spec.columns.size),
    },
    {
      weight: candidate.grain && spec.grain ? WEIGHTS.grain : 0,
      likeness: isSameGrain(candidate.grain, spec.grain) ? 1 : 0,
      reason: () => grainReason(spec),
    },
    {
      weight: WEIGHTS.words,
      likeness: words,
      reason: () =>
        words < TELLING_WORDS
          ? undefined
          : wordsReason(candidate.words, spec.words),
    },
  ].map(part => ({ ...part, share: part.weight * part.likeness }));
  const sum = parts.reduce((total, { share }) => total + share, 0);
  const whole = parts.reduce((total, { weight }) => total + weight, 0);
  return {
    score: Math.round((sum / whole) * 1_000) / 1_000,
    reasons: parts
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .flatMap(({ reason }) => reason() ?? []),
  };
}

function isSameGrain(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.size > 0 &&
    a.size === b.size &&
    [...a].every(key => b.has(key))
  );
}
