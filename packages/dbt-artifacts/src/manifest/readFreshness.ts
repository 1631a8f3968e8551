import type { Fields } from '../fields/Fields';
import type { FreshnessCriteria } from '../records/shared';

const SECONDS: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3_600,
  day: 86_400,
};

/** `undefined` when it promises nothing. */
export function readFreshness(
  freshness: Fields | undefined,
): FreshnessCriteria | undefined {
  const warnAfterSeconds = secondsOf(freshness?.optionalObject('warn_after'));
  const errorAfterSeconds = secondsOf(freshness?.optionalObject('error_after'));
  if (warnAfterSeconds === undefined && errorAfterSeconds === undefined) {
    return undefined;
  }
  const filter = freshness?.text('filter');
  return {
    ...(warnAfterSeconds !== undefined && { warnAfterSeconds }),
    ...(errorAfterSeconds !== undefined && { errorAfterSeconds }),
    ...(filter && { filter }),
  };
}

function secondsOf(after: Fields | undefined): number | undefined {
  const count = after?.number('count');
  const seconds = SECONDS[after?.text('period') ?? ''];
  return count === undefined || seconds === undefined
    ? undefined
    : count * seconds;
}
