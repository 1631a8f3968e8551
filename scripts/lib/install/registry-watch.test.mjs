import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersAtAll, registryIsLost } from './registry-watch.mjs';

const FAST = { intervalMs: 1, giveUpAfterMs: 20 };

test('gives up when nothing answers while packages are fetched', async () => {
  const isLost = await registryIsLost({
    ...FAST,
    answers: async () => false,
    isFetching: () => true,
    signal: new AbortController().signal,
  });
  assert.equal(isLost, true);
});

test('an answer in between starts the patience anew', async () => {
  let probes = 0;
  const isLost = await registryIsLost({
    ...FAST,
    giveUpAfterMs: 10_000,
    answers: async () => probes++ % 2 === 0,
    isFetching: () => probes < 20,
    signal: new AbortController().signal,
  });
  assert.equal(isLost, false);
});

test('does not disturb an installation from the cache, nor one that ended', async () => {
  let isFetching = true;
  const cached = registryIsLost({
    ...FAST,
    giveUpAfterMs: 10_000,
    answers: async () => {
      isFetching = false;
      return false;
    },
    isFetching: () => isFetching,
    signal: new AbortController().signal,
  });
  assert.equal(await cached, false);
  assert.equal(
    await registryIsLost({
      ...FAST,
      answers: async () => false,
      isFetching: () => true,
      signal: AbortSignal.abort(),
    }),
    false,
  );
});

test('an unknown host does not answer', async () => {
  assert.equal(await answersAtAll('https://no-such-host.invalid'), false);
});
