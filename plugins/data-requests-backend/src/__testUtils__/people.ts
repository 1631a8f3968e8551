import type { Caller } from '@suido/backend-kit';
import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Role } from '@suido/vocabulary';

/** People of the tests: what they are called, their groups, their roles. */
export const PEOPLE = {
  hanako: person('hanako.sato', '佐藤 花子', ['sales'], ['member']),
  tom: person('tom.wilson', 'Tom Wilson', ['marketing'], ['member']),
  kenji: person(
    'kenji.tanaka',
    '田中 健二',
    ['data-engineering'],
    ['data-engineer'],
  ),
  maria: person(
    'maria.garcia',
    'Maria García',
    ['data-engineering'],
    ['data-engineer'],
  ),
  stranger: person('guest', 'Guest', [], []),
};

export type PersonName = keyof typeof PEOPLE;

interface Person {
  readonly actor: ForgeActor;
  readonly roles: ReadonlySet<Role>;
}

function person(
  name: string,
  displayName: string,
  groups: string[],
  roles: Role[],
): Person {
  const userEntityRef = `user:default/${name}`;
  return {
    actor: {
      userEntityRef,
      displayName,
      ownershipEntityRefs: [
        userEntityRef,
        ...groups.map(group => `group:default/${group}`),
      ],
    },
    roles: new Set(roles),
  };
}

/** A person as a service sees them. */
export function caller(name: PersonName): Caller {
  const user = PEOPLE[name].actor;
  return { credentials: mockCredentials.user(user.userEntityRef), user };
}
