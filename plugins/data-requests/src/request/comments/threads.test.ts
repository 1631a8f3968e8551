import { HANAKO, HEAD_SHA, KENJI } from '../../__testUtils__/fixtures';
import { aComment } from '../../__testUtils__/requestPage';
import { changedLines } from './changedLines';
import { readStoredDrafts } from './CommentDraft';
import { contentLines, placeThread, type Follow } from './placeThreads';
import { isUnanswered, readThreads } from './threads';

const OLD_SHA = 'd'.repeat(40);
const AT = '2026-11-20T01:00:00.000Z';

describe('readThreads', () => {
  it('puts answers, and answers to answers, under what they answer', () => {
    const [thread, other] = readThreads([
      aComment({ sequence: 1, comment: 'a' }),
      aComment({ sequence: 2, comment: 'b' }),
      aComment({ sequence: 3, comment: 'c', inReplyTo: 'a' }),
      aComment({ sequence: 4, comment: 'd', inReplyTo: 'c' }),
      aComment({ sequence: 5, comment: 'e', inReplyTo: 'nobody knows' }),
    ]);
    expect(thread.replies.map(reply => reply.comment)).toEqual(['c', 'd']);
    expect(other.replies).toEqual([]);
  });

  it('knows the commit of comments that do not name one', () => {
    const [before, after] = readThreads([
      { type: 'proposed', sequence: 1, at: AT, number: 7, headSha: OLD_SHA },
      aComment({ sequence: 2, comment: undefined, headSha: undefined }),
      { type: 'updated', sequence: 3, at: AT, revision: 2, headSha: HEAD_SHA },
      aComment({ sequence: 4, headSha: undefined }),
    ]);
    expect([before.id, before.headSha]).toEqual(['entry-2', OLD_SHA]);
    expect(after.headSha).toBe(HEAD_SHA);
  });

  it.each([
    ['nobody answered', [], true],
    [
      'the author had the last word',
      [
        aComment({
          sequence: 4,
          inReplyTo: 'c-1',
          comment: 'x',
          actor: HANAKO,
        }),
      ],
      false,
    ],
    [
      'the reviewer asked again',
      [
        aComment({
          sequence: 4,
          inReplyTo: 'c-1',
          comment: 'x',
          actor: HANAKO,
        }),
        aComment({ sequence: 5, inReplyTo: 'c-1', comment: 'y', actor: KENJI }),
      ],
      true,
    ],
    [
      'the suggestion was applied',
      [
        {
          type: 'suggestion-applied' as const,
          sequence: 4,
          at: AT,
          comment: 'c-1',
          headSha: HEAD_SHA,
        },
      ],
      false,
    ],
  ])('tells whether it waits for an answer: %s', (_, later, expected) => {
    const [thread] = readThreads([aComment(), ...later]);
    expect(isUnanswered(thread, HANAKO)).toBe(expected);
  });
});

describe('placeThread', () => {
  const shown = {
    headSha: HEAD_SHA,
    files: [
      {
        action: 'create' as const,
        path: 'a.sql',
        content: 'one\ntwo\nthree\n',
      },
    ],
  };
  const never: Follow = () => {
    throw new Error('A comment of the head is not followed');
  };
  const place = (
    over: Parameters<typeof aComment>[0],
    follow: Follow = never,
  ) => {
    const [thread] = readThreads([aComment(over)]);
    const { place: found, lines } = placeThread(thread, shown, follow);
    return { found, lines };
  };

  it('finds lines of the head', () => {
    expect(place({ anchor: { path: 'a.sql', line: 2, endLine: 3 } })).toEqual({
      found: { kind: 'line', path: 'a.sql', line: 2, endLine: 3 },
      lines: ['two', 'three'],
    });
    expect(place({ anchor: { path: 'a.sql' } }).found.kind).toBe('file');
    expect(place({}).found.kind).toBe('whole');
  });

  it.each([
    ['the file has no such line', { path: 'a.sql', line: 4 }],
    ['the file is gone', { path: 'b.sql', line: 1 }],
  ])('is of unknown place where %s', (_, anchor) => {
    expect(place({ anchor }).found).toEqual({
      kind: 'outdated',
      path: anchor.path,
      because: 'unknown',
    });
  });

  it.each([
    [
      'moved',
      [
        [1, 2],
        [2, 3],
      ],
      { kind: 'line', line: 2, endLine: 3 },
    ],
    [
      'torn apart',
      [
        [1, 1],
        [2, 3],
      ],
      { kind: 'outdated', because: 'changed' },
    ],
    ['half gone', [[1, 1]], { kind: 'outdated', because: 'changed' }],
  ] as const)('follows lines that were %s', (_, now, expected) => {
    const { found, lines } = place(
      { headSha: OLD_SHA, anchor: { path: 'a.sql', line: 1, endLine: 2 } },
      () => ({ before: ['one', 'two'], now: new Map(now) }),
    );
    expect(found).toEqual({ path: 'a.sql', ...expected });
    expect(lines).toEqual(['one', 'two']);
  });

  it('waits while it is not known what lies between', () => {
    const over = { headSha: OLD_SHA, anchor: { path: 'a.sql', line: 1 } };
    expect(place(over, () => 'pending').found.kind).toBe('placing');
    expect(place(over, () => undefined).found.kind).toBe('outdated');
    const [thread] = readThreads([aComment(over)]);
    expect(placeThread(thread, undefined, never).place.kind).toBe('placing');
  });

  it('counts no line after the last line end', () => {
    expect(contentLines(shown.files[0])).toHaveLength(3);
    expect(contentLines(undefined)).toEqual([]);
  });
});

it.each([
  [['a', 'b', 'c'], ['a', 'x', 'c'], ' a-b+x c'],
  [['a'], [], '-a'],
  [[], ['a'], '+a'],
  [['a', 'a'], ['a'], ' a-a'],
  [['a'], ['a'], ' a'],
])('the change from %j to %j reads %j', (before, after, expected) => {
  const signs = { kept: ' ', removed: '-', added: '+' };
  expect(
    changedLines(before, after)
      .map(({ kind, text }) => signs[kind] + text)
      .join(''),
  ).toBe(expected);
});

describe('readStoredDrafts', () => {
  it('reads what was stored', () => {
    const drafts = { whole: { body: 'Hello', anchor: { path: 'a', line: 1 } } };
    expect(readStoredDrafts(JSON.stringify(drafts))).toEqual(drafts);
  });

  it.each([
    null,
    '',
    'no json',
    '[]',
    '{"whole": 1}',
    '{"whole": {"body": 1}}',
  ])('has none where %j is stored', text => {
    expect(readStoredDrafts(text)).toEqual({});
  });
});
