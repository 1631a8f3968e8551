import type { Handlers, RouteContext } from './RouteContext';

/** Finding. */
export function searchRoutes({
  callers,
  searches,
}: RouteContext): Pick<Handlers, 'search'> {
  return {
    async search({ query }, { credentials }) {
      return searches.search(query, await callers.resolve(credentials));
    },
  };
}
