import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Does something with an audit event around it, which ends as the act does.
 * @param describe - what of the outcome the event tells beside its success
 * @public
 */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  act: () => Promise<T>,
  describe: (result: T) => JsonObject = () => ({}),
): Promise<T> {
  const audit = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  let result: T;
  try {
    result = await act();
  } catch (error) {
    await audit.fail({
      error: isError(error) ? error : new ForwardedError('Failed', error),
    });
    throw error;
  }
  await audit.success({ meta: describe(result) });
  return result;
}
