import {
  emptyMartSpec,
  type Check,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import { stepOfField, type MartStep } from '../mart';

/** Where the author has been in the form. @public */
export interface Been {
  /** Fields that were left, or filled in and emptied again. */
  readonly fields: ReadonlySet<string>;
  /** Steps that the author wanted to be done with. */
  readonly steps: ReadonlySet<MartStep>;
}

/** Failed checks, told apart by whether the author could know of them. @public */
export interface JudgedChecks {
  /** What is wrong, or to be thought about. */
  readonly shown: readonly Check[];
  /** What must be filled in and nobody has yet: no reproach, but counted. */
  readonly toFill: readonly Check[];
}

// What every form starts with is nobody's choice.
const START = emptyMartSpec('');

// Empty is their right state until something else in the form asks for them.
const ANSWERS: ReadonlySet<string> = new Set(['differences']);

/**
 * Tells what is wrong from what is only not filled in yet. A check keeps its
 * severity; a form that was just opened complains of nothing.
 * @public
 */
export function judgeChecks(
  problems: readonly Check[],
  spec: MartSpec,
  been: Been,
): JudgedChecks {
  const isUntouched = ({ field }: Check) =>
    field !== undefined &&
    !ANSWERS.has(field) &&
    !wasTouched(field, been) &&
    isAsAtStart(spec, field);
  return {
    shown: problems.filter(check => !isUntouched(check)),
    toFill: problems.filter(
      check => isUntouched(check) && check.severity === 'error',
    ),
  };
}

/**
 * Failed checks without those of fields that were empty when they ran and have
 * been filled in since: nothing says any more that something is missing.
 * @param judged - the spec that the checks ran on
 * @public
 */
export function withoutAnswered(
  problems: readonly Check[],
  judged: MartSpec,
  spec: MartSpec,
): readonly Check[] {
  return problems.filter(
    ({ field }) =>
      field === undefined ||
      !isEmpty(valueAt(judged, field)) ||
      isEmpty(valueAt(spec, field)),
  );
}

/** Whether the author has been at a field, or at a part of it. @public */
export function wasTouched(field: string, { fields, steps }: Been): boolean {
  return (
    steps.has(stepOfField(field)) ||
    fields.has(field) ||
    [...fields].some(touched => touched.startsWith(`${field}.`))
  );
}

function isAsAtStart(spec: MartSpec, field: string): boolean {
  const value = valueAt(spec, field);
  return isEmpty(value) || value === valueAt(START, field);
}

function valueAt(spec: MartSpec, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      spec,
    );
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.trim() === '';
  }
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).every(
      part => typeof part === 'string' && part.trim() === '',
    );
  }
  return value === undefined;
}
