/** Roles that a policy maps people to; a person may have several. @public */
export const ROLES = [
  'data-engineer',
  'team-lead',
  'leadership',
  'member',
] as const;

/** @public */
export type Role = (typeof ROLES)[number];

/** Whom a policy decides about. @public */
export interface PolicySubject {
  readonly userEntityRef: string;
  readonly ownershipEntityRefs: readonly string[];
  readonly roles: ReadonlySet<Role>;
}
