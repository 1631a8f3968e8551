import { useCallback, useMemo, useState } from 'react';
import type { MartStep } from '../mart';
import type { Been } from './judgeChecks';

/** Where the author has been, and the ways to say so. @public */
export interface BeenThere extends Been {
  readonly touch: (field: string) => void;
  /** From now on everything on these steps counts as touched. */
  readonly insistOn: (steps: readonly MartStep[]) => void;
}

const NONE: ReadonlySet<never> = new Set();

/** Remembers where in a form its author has been. */
export function useBeen(): BeenThere {
  const [fields, setFields] = useState<ReadonlySet<string>>(NONE);
  const [steps, setSteps] = useState<ReadonlySet<MartStep>>(NONE);
  const touch = useCallback(
    (field: string) => setFields(before => withAll(before, [field])),
    [],
  );
  const insistOn = useCallback(
    (more: readonly MartStep[]) => setSteps(before => withAll(before, more)),
    [],
  );
  return useMemo(
    () => ({ fields, steps, touch, insistOn }),
    [fields, steps, touch, insistOn],
  );
}

function withAll<T>(
  before: ReadonlySet<T>,
  more: readonly T[],
): ReadonlySet<T> {
  return more.every(one => before.has(one))
    ? before
    : new Set([...before, ...more]);
}
