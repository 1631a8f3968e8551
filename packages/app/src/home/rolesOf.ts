import type { ConfigApi } from '@backstage/core-plugin-api';
import { ROLES, type Role } from '@suido/vocabulary';

/**
 * The roles of somebody, by `suido.roles`, the one that shapes the home page
 * most first; at least `member`.
 *
 * @remarks
 * For the order of a page only: what somebody may do is decided by the server.
 */
export function rolesOf(
  config: ConfigApi,
  ownershipEntityRefs: readonly string[],
): [Role, ...Role[]] {
  const own = new Set(ownershipEntityRefs.map(ref => ref.toLowerCase()));
  const groups = config.getOptionalConfig('suido.roles');
  const [first, ...others] = ROLES.filter(role =>
    (groups?.getOptionalStringArray(role) ?? []).some(group =>
      own.has(group.toLowerCase()),
    ),
  );
  return first ? [first, ...others] : ['member'];
}
