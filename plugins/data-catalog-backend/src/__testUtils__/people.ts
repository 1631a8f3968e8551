import type { Role } from '@suido/vocabulary';

/** People of the tests: their groups and roles. */
export const PEOPLE = {
  hanako: person('hanako.sato', ['sales'], ['member']),
  tom: person('tom.wilson', ['marketing'], ['member']),
  kenji: person('kenji.tanaka', ['data-engineering'], ['data-engineer']),
  stranger: person('guest', [], []),
};

export type PersonName = keyof typeof PEOPLE;

interface Person {
  readonly userEntityRef: string;
  readonly ownershipEntityRefs: string[];
  readonly roles: ReadonlySet<Role>;
}

function person(name: string, groups: string[], roles: Role[]): Person {
  const userEntityRef = `user:default/${name}`;
  return {
    userEntityRef,
    ownershipEntityRefs: [
      userEntityRef,
      ...groups.map(group => `group:default/${group}`),
    ],
    roles: new Set(roles),
  };
}
