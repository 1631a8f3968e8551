import type { Handlers, RouteContext } from './RouteContext';

/** What exists already, or is asked for. */
export function duplicateRoutes({
  callers,
  duplicates,
}: RouteContext): Pick<Handlers, 'findDuplicates'> {
  return {
    async findDuplicates({ body }, { credentials }) {
      const caller = await callers.resolve(credentials);
      return { items: await duplicates.find(body, caller) };
    },
  };
}
