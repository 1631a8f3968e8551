import { EvaluationCache } from './EvaluationCache';

const KEY = { id: 'a', version: 1, baseSha: 'b', user: 'user:default/x' };

describe('EvaluationCache', () => {
  let time = 0;
  let calls = 0;
  let cache: EvaluationCache;
  const evaluate = async () => {
    calls += 1;
    return { checks: [], reviewers: [], explanation: [] };
  };

  beforeEach(() => {
    time = 0;
    calls = 0;
    cache = new EvaluationCache({ now: () => time });
  });

  it('evaluates once for a minute, also for those who ask at once', async () => {
    await Promise.all([cache.get(KEY, evaluate), cache.get(KEY, evaluate)]);
    time = 59_999;
    await cache.get(KEY, evaluate);
    expect(calls).toBe(1);
    time = 60_000;
    await cache.get(KEY, evaluate);
    expect(calls).toBe(2);
  });

  it('never answers for another person, state, or base', async () => {
    await cache.get(KEY, evaluate);
    for (const other of [
      { user: 'user:default/y' },
      { version: 2 },
      { baseSha: 'c' },
      { id: 'z' },
    ]) {
      await cache.get({ ...KEY, ...other }, evaluate);
    }
    expect(calls).toBe(5);
  });

  it('forgets what failed', async () => {
    const failing = async () => {
      throw new Error('gone');
    };
    await expect(cache.get(KEY, failing)).rejects.toThrow('gone');
    await cache.get(KEY, evaluate);
    expect(calls).toBe(1);
  });

  it('keeps only so many', async () => {
    await cache.get(KEY, evaluate);
    for (let version = 2; version <= 201; version += 1) {
      await cache.get({ ...KEY, version }, evaluate);
    }
    expect(calls).toBe(201);
    await cache.get({ ...KEY, version: 201 }, evaluate);
    expect(calls).toBe(201);
    await cache.get(KEY, evaluate);
    expect(calls).toBe(202);
  });
});
