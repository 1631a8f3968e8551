import type { Check } from '@suido/backstage-plugin-data-requests-common';
import type { JudgedChecks } from '../form';
import { stepOfField, type MartStep } from '../mart';

/** Checks of each step. */
export type CountByStep = Readonly<Partial<Record<MartStep, number>>>;

/** Mistakes per step; those of the current one stand at its fields. */
export function problemsByStep(
  { shown }: JudgedChecks,
  current: MartStep,
): CountByStep {
  return countByStep(
    shown.filter(
      ({ field, severity }) =>
        severity === 'error' &&
        field !== undefined &&
        stepOfField(field) !== current,
    ),
  );
}

/** What is still to fill in per step. */
export function toFillByStep({ toFill }: JudgedChecks): CountByStep {
  return countByStep(toFill);
}

function countByStep(checks: readonly Check[]): CountByStep {
  const counts: Partial<Record<MartStep, number>> = {};
  for (const { field } of checks) {
    if (field !== undefined) {
      const step = stepOfField(field);
      counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  return counts;
}
