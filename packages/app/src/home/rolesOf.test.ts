import { mockApis } from '@backstage/frontend-test-utils';
import { homeOrder } from './homeSections';
import { rolesOf } from './rolesOf';

const CONFIG = mockApis.config({
  data: {
    suido: {
      roles: {
        'data-engineer': ['group:default/data-engineering'],
        leadership: ['group:default/leadership'],
        member: ['group:default/minato-shoten'],
      },
    },
  },
});

it.each([
  [['group:default/data-engineering'], ['data-engineer'], 'review'],
  [['GROUP:default/Leadership'], ['leadership'], 'figures'],
  [['group:default/minato-shoten'], ['member'], 'work'],
  [['group:default/unknown'], ['member'], 'work'],
])('%p is %p and sees first: %s', (groups, roles, first) => {
  expect(rolesOf(CONFIG, groups)).toEqual(roles);
  expect(homeOrder(rolesOf(CONFIG, groups))[0]).toBe(first);
});

it('shows each block once to somebody with two roles', () => {
  const order = homeOrder(['data-engineer', 'leadership']);
  expect(new Set(order).size).toBe(order.length);
  expect(order[0]).toBe('review');
});
