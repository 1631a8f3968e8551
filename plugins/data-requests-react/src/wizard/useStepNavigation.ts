import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { focusField } from '../fields';
import { MART_STEPS, stepOfField, type MartStep } from '../mart';

/** Where in the form the author is, and the ways to move. */
export interface StepNavigation {
  readonly step: MartStep;
  readonly index: number;
  readonly goTo: (step: MartStep) => void;
  /** Goes to the step of a field and puts the focus on it. */
  readonly jumpTo: (field: string) => void;
  readonly formRef: RefObject<HTMLDivElement>;
  readonly headingRef: RefObject<HTMLHeadingElement>;
}

/**
 * Moves through the steps. The focus goes along: to the heading of a step, or
 * to the field of a check.
 * @param start - a field goes before the position of a step
 */
export function useStepNavigation(start: {
  readonly index: number;
  readonly field?: string;
}): StepNavigation {
  const [step, setStep] = useState<MartStep>(
    start.field === undefined
      ? MART_STEPS[start.index] ?? MART_STEPS[0]
      : stepOfField(start.field),
  );
  // A new object per move, so that the same move again moves the focus again.
  const [move, setMove] = useState<{ readonly field?: string } | undefined>(
    start.field === undefined ? undefined : { field: start.field },
  );
  const formRef = useRef<HTMLDivElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);

  const goTo = useCallback((next: MartStep) => {
    setStep(next);
    setMove({});
  }, []);
  const jumpTo = useCallback(
    (field: string) => {
      goTo(stepOfField(field));
      setMove({ field });
    },
    [goTo],
  );
  useEffect(() => {
    if (!move) {
      return;
    }
    const isFound =
      move.field !== undefined &&
      formRef.current !== null &&
      focusField(formRef.current, move.field);
    if (!isFound) {
      headingRef.current?.focus();
    }
  }, [move]);

  return {
    step,
    index: MART_STEPS.indexOf(step),
    goTo,
    jumpTo,
    formRef,
    headingRef,
  };
}
