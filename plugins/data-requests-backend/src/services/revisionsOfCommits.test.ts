import { martSpec } from '../__testUtils__/FakeEvaluator';
import { storedRequest } from '../__testUtils__/storedRequest';
import type { Revision } from '../database/RevisionStore';
import { revisionsOfCommits } from './revisionsOfCommits';

const at = '2026-11-21T00:00:00.000Z';
const revision = (number: number, headSha?: string): Revision => ({
  revision: number,
  at,
  author: 'user:default/a',
  spec: martSpec({ purpose: `Revision ${number}` }),
  checks: [],
  headSha,
});
const proposed = (headSha: string) => ({
  type: 'proposed' as const,
  sequence: 2,
  at,
  number: 1,
  headSha,
});
const updated = (number: number, headSha: string) => ({
  type: 'updated' as const,
  sequence: 3,
  at,
  revision: number,
  headSha,
});

describe('revisionsOfCommits', () => {
  it('knows every commit of a revision, also one that is made anew', () => {
    const found = revisionsOfCommits(
      storedRequest({ revision: 2 }),
      [revision(1, 'anew'), revision(2, 'second')],
      [proposed('first'), updated(1, 'anew'), updated(2, 'second')],
    );
    expect(
      [...found].map(([sha, sent]) => [sha, sent.revision, sent.spec?.purpose]),
    ).toEqual([
      ['anew', 1, 'Revision 1'],
      ['second', 2, 'Revision 2'],
      ['first', 1, 'Revision 1'],
    ]);
  });

  it('knows a commit that somebody had built on before it was noted', () => {
    const found = revisionsOfCommits(
      storedRequest(),
      [revision(1, 'ours')],
      [proposed('theirs')],
    );
    expect(found.get('ours')?.revision).toBe(1);
  });

  it('of an earlier release knows the last revision only', () => {
    const request = storedRequest({ revision: 2 });
    const found = revisionsOfCommits(
      request,
      [],
      [proposed('first'), updated(2, 'second')],
    );
    expect([...found.keys()]).toEqual(['second']);
    expect(found.get('second')?.spec).toEqual(request.spec);
  });
});
