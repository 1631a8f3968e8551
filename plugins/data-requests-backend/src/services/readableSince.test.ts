import { martSpec } from '../__testUtils__/FakeEvaluator';
import type { Revision } from '../database/RevisionStore';
import { readableSince } from './readableSince';

const revision = (
  number: number,
  spec: Parameters<typeof martSpec>[0] | undefined = {},
): Revision => ({
  revision: number,
  at: `2026-11-2${number}T00:00:00.000Z`,
  author: 'user:default/a',
  spec: martSpec(spec),
  checks: [],
});
const now = { tier: martSpec().tier, owner: martSpec().owner };
const day = (number: number) => `2026-11-2${number}T00:00:00.000Z`;

describe('readableSince', () => {
  it.each<[string, Revision[], string | undefined]>([
    ['nothing is known', [], undefined],
    ['nothing changed', [revision(1), revision(2)], undefined],
    ['the tier was lower', [revision(1, { tier: 1 }), revision(2)], day(2)],
    [
      'the owner was another for a while',
      [
        revision(1),
        revision(2, { owner: 'group:default/x' }),
        revision(3),
        revision(4),
      ],
      day(3),
    ],
    ['the first ones are not known', [revision(3), revision(4)], day(3)],
    [
      'one cannot be read',
      [{ ...revision(1), spec: undefined }, revision(2)],
      day(2),
    ],
    ['the last cannot be read', [{ ...revision(1), spec: undefined }], day(1)],
  ])('where %s', (_, revisions, expected) => {
    expect(readableSince(now, revisions)).toBe(expected);
  });
});
