import type { Check } from '@suido/backstage-plugin-data-requests-common';
import { stepOfField, type MartStep } from '../mart';

/**
 * Failed checks per step that the author has left: a form that was just opened
 * complains of nothing.
 */
export function problemsByStep(
  problems: readonly Check[],
  visited: ReadonlySet<MartStep>,
  current: MartStep,
): Partial<Record<MartStep, number>> {
  const counts: Partial<Record<MartStep, number>> = {};
  for (const { field, severity } of problems) {
    const step = field === undefined ? undefined : stepOfField(field);
    const wasLeft = step !== undefined && visited.has(step) && step !== current;
    if (wasLeft && severity === 'error') {
      counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  return counts;
}
