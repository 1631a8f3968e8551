import { REQUEST_STATES } from '@suido/backstage-plugin-data-requests-common';
import { storedRequest } from '../__testUtils__/storedRequest';
import { computeAbilities } from './abilities';

const ALL = { update: true, review: true, merge: true };
const KENJI = 'user:default/kenji.tanaka';

describe('computeAbilities', () => {
  it.each([
    {
      name: 'a reviewer before the approval',
      given: computeAbilities(storedRequest(), KENJI, ALL),
      can: ['comment', 'approve', 'requestChanges', 'update', 'withdraw'],
      why: /once it is approved/,
    },
    {
      name: 'a reviewer after the approval',
      given: computeAbilities(storedRequest({ state: 'approved' }), KENJI, ALL),
      can: [
        'comment',
        'approve',
        'requestChanges',
        'merge',
        'update',
        'withdraw',
      ],
      why: /^$/,
    },
    {
      name: 'the requester, whatever they are permitted',
      given: computeAbilities(
        storedRequest({ state: 'approved' }),
        storedRequest().requester,
        ALL,
      ),
      can: ['comment', 'update', 'withdraw'],
      why: /your own request/,
    },
    {
      name: 'a co-author',
      given: computeAbilities(
        storedRequest({
          state: 'approved',
          authors: ['user:default/x', KENJI],
        }),
        KENJI,
        ALL,
      ),
      can: ['comment', 'update', 'withdraw'],
      why: /your own request/,
    },
    {
      name: 'somebody who may only read',
      given: computeAbilities(storedRequest({ state: 'approved' }), KENJI, {
        update: false,
        review: false,
        merge: false,
      }),
      can: ['comment'],
      why: /permission to review.*permission to merge/,
    },
    {
      name: 'anybody while a step is on its way',
      given: computeAbilities(
        storedRequest({ state: 'checking', nextStep: 'update' }),
        KENJI,
        ALL,
      ),
      can: [],
      why: /being prepared/,
    },
    {
      name: 'a reviewer of a failed request',
      given: computeAbilities(storedRequest({ state: 'failed' }), KENJI, ALL),
      can: ['update', 'withdraw'],
      why: /last step failed/,
    },
    {
      name: 'a machine',
      given: computeAbilities(storedRequest(), undefined, ALL),
      can: [],
      why: /Only a person/,
    },
  ])('$name', ({ given, can, why }) => {
    const { reasons, ...abilities } = given;
    expect(
      Object.entries(abilities)
        .filter(([, isAble]) => isAble)
        .map(([ability]) => ability),
    ).toEqual(can);
    expect(reasons.map(reason => reason.en).join(' ')).toMatch(why);
    expect(reasons.every(reason => reason.ja.endsWith('。'))).toBe(true);
  });

  it('lets nobody merge in any state but approved', () => {
    const states = REQUEST_STATES.filter(
      state => computeAbilities(storedRequest({ state }), KENJI, ALL).merge,
    );
    expect(states).toEqual(['approved']);
  });
});
