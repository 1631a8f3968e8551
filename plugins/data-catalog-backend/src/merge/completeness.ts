import type { AuthoredText } from '@suido/vocabulary';

/** What a reader needs that somebody wrote. */
export interface Described {
  readonly definition: AuthoredText;
  readonly purpose?: string;
  /** A group answers for it. */
  readonly hasTeam: boolean;
  readonly hasTier: boolean;
  readonly hasDomain: boolean;
  readonly hasUpdateFrequency: boolean;
  readonly columns: number;
  readonly definedColumns: number;
}

/**
 * How much each thing weighs; together 1. What it is and who answers come
 * first: without them nobody can use a dataset or ask about it.
 */
export const COMPLETENESS_WEIGHTS = {
  definition: 0.25,
  owner: 0.2,
  columns: 0.2,
  purpose: 0.15,
  tier: 0.1,
  updateFrequency: 0.05,
  domain: 0.05,
} as const;

type Fact = keyof typeof COMPLETENESS_WEIGHTS;

/**
 * Share of what a reader needs that somebody wrote, 0 to 1, and what is best
 * filled in next: what would add most comes first.
 */
export function completenessOf(described: Described): {
  completeness: number;
  missing: Fact[];
} {
  const shares: Record<Fact, number> = {
    definition: Number(hasText(described.definition)),
    owner: Number(described.hasTeam),
    columns:
      described.columns === 0
        ? 0
        : described.definedColumns / described.columns,
    purpose: Number(Boolean(described.purpose)),
    tier: Number(described.hasTier),
    updateFrequency: Number(described.hasUpdateFrequency),
    domain: Number(described.hasDomain),
  };
  let completeness = 0;
  const gains: { fact: Fact; gain: number }[] = [];
  for (const [name, share] of Object.entries(shares)) {
    const fact = name as Fact;
    const weight = COMPLETENESS_WEIGHTS[fact];
    completeness += weight * share;
    if (share < 1) {
      gains.push({ fact, gain: weight * (1 - share) });
    }
  }
  gains.sort((a, b) => b.gain - a.gain);
  return {
    completeness: Math.round(completeness * 1_000) / 1_000,
    missing: gains.map(({ fact }) => fact),
  };
}

/** Whether there is text in either language. */
export function hasText(text: AuthoredText | undefined): boolean {
  return Boolean(text?.en?.trim() || text?.ja?.trim());
}
