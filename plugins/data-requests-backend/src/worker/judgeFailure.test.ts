import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ChecksFailedError } from '../services/evaluateToSend';
import { judgeFailure, MOST_ATTEMPTS, waitMs } from './judgeFailure';

describe('judgeFailure', () => {
  it.each([
    ['propose', new InputError('bad path'), 'failed'],
    ['propose', new ConflictError('branch is taken'), 'failed'],
    ['update', new ConflictError('the head moved'), 'conflicted'],
    ['update', new NotFoundError('gone'), 'failed'],
    ['close', new NotFoundError('gone'), undefined],
    ['await-deploy', new InputError('no'), undefined],
  ] as const)('%s gives up at %s', (step, error, state) => {
    expect(judgeFailure(step, error, 1)).toEqual({
      kind: 'give-up',
      state,
      reason: error.message,
    });
  });

  it('says checks that failed in both languages', () => {
    const error = new ChecksFailedError([
      {
        rule: 'name',
        severity: 'error',
        status: 'failed',
        field: 'name',
        message: { en: 'It is taken.', ja: '使われています。' },
      },
    ]);
    expect(judgeFailure('update', error, 1)).toEqual({
      kind: 'give-up',
      state: 'failed',
      reason:
        'The request cannot be sent yet: It is taken. / まだ送信できません。使われています。',
    });
  });

  it('pauses longer each time, up to a minute, and hides what it does not know', () => {
    const error = new ServiceUnavailableError('10.0.0.7 refused');
    const delays = Array.from({ length: MOST_ATTEMPTS }, (_, index) => {
      const verdict = judgeFailure('propose', error, index + 1);
      expect(verdict.reason).not.toContain('10.0.0.7');
      return verdict.kind === 'retry' ? verdict.delayMs : verdict.state;
    });
    expect(delays).toEqual([
      1_000,
      2_000,
      4_000,
      8_000,
      16_000,
      32_000,
      60_000,
      60_000,
      60_000,
      'failed',
    ]);
    expect(judgeFailure('close', 'a thrown text', 5_000)).toMatchObject({
      kind: 'retry',
      delayMs: 60_000,
    });
  });
});

describe('of a disk', () => {
  const faultOf = (code: string) =>
    Object.assign(new ServiceUnavailableError(`${code} /srv/forge/x`), {
      code,
    });

  it.each([
    ['ENOSPC', /disk .* is full.*ディスクがいっぱい/],
    ['EDQUOT', /disk .* is full.*ディスクがいっぱい/],
    ['EROFS', /may not write.*書き込めません/],
    ['EACCES', /may not write.*書き込めません/],
    ['EIO', /does not work properly.*問題があります/],
    ['EMFILE', /does not work properly.*問題があります/],
  ])('%s is said plainly and waited for', (code, words) => {
    for (const attempts of [1, MOST_ATTEMPTS, 5_000]) {
      const verdict = judgeFailure('propose', faultOf(code), attempts);
      expect(verdict).toMatchObject({
        kind: 'retry',
        delayMs: attempts === 1 ? 1_000 : 60_000,
        reason: expect.stringMatching(words),
      });
      expect(verdict.reason).not.toContain('/srv');
    }
  });

  it('damage is said plainly, and the step gives up in the end', () => {
    const error = faultOf('DAMAGED');
    expect(judgeFailure('update', error, 1)).toMatchObject({
      kind: 'retry',
      reason: expect.stringMatching(/is damaged.*破損/),
    });
    expect(judgeFailure('update', error, MOST_ATTEMPTS)).toMatchObject({
      kind: 'give-up',
      state: 'failed',
      reason: expect.stringMatching(/is damaged.*破損/),
    });
  });
});

it('waits longer for what does not come, up to half a minute', () => {
  expect([1, 4, 8, 40, 5_000].map(waitMs)).toEqual([
    1_000, 1_000, 2_000, 10_000, 30_000,
  ]);
});
