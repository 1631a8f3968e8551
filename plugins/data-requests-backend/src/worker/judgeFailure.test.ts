import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
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

it('waits longer for what does not come, up to half a minute', () => {
  expect([1, 4, 8, 40, 5_000].map(waitMs)).toEqual([
    1_000, 1_000, 2_000, 10_000, 30_000,
  ]);
});
