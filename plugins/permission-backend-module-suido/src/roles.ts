import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ROLES, type Role } from '@suido/vocabulary';

/** Which groups (entity refs) hold a role. */
export type RoleGroups = ReadonlyMap<Role, ReadonlySet<string>>;

/**
 * Reads `suido.roles`: role → groups.
 * @throws `InputError` for a role that does not exist
 */
export function readRoleGroups(config: Config): RoleGroups {
  const groups = new Map<Role, ReadonlySet<string>>();
  const roles = config.getOptionalConfig('suido.roles');
  if (!roles) {
    return groups;
  }
  for (const name of roles.keys()) {
    const role = ROLES.find(known => known === name);
    if (!role) {
      throw new InputError(
        `suido.roles.${name} is not a role; use one of: ${ROLES.join(', ')}`,
      );
    }
    groups.set(role, new Set(roles.getStringArray(name).map(toLowerCase)));
  }
  return groups;
}

/** The roles of somebody who belongs to these groups. */
export function rolesOf(
  ownershipEntityRefs: readonly string[],
  roleGroups: RoleGroups,
): ReadonlySet<Role> {
  const refs = new Set(ownershipEntityRefs.map(toLowerCase));
  const roles = [...roleGroups]
    .filter(([, groups]) => [...groups].some(group => refs.has(group)))
    .map(([role]) => role);
  return new Set(roles);
}

function toLowerCase(text: string): string {
  return text.toLowerCase();
}
