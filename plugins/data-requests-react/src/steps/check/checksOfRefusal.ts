import {
  checkSchema,
  type Check,
} from '@suido/backstage-plugin-data-requests-common';

const NONE: readonly never[] = [];

/**
 * The checks that the answer to a refused request carries; none where it was
 * refused for another reason, or the answer is of another shape.
 */
export function checksOfRefusal(error: unknown): readonly Check[] {
  const checks = ['body', 'error', 'checks'].reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined,
    error,
  );
  const parsed = checkSchema.array().safeParse(checks);
  return parsed.success ? parsed.data : NONE;
}
