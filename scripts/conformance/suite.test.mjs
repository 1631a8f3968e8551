import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StopRequested } from '../lib/portal/stop-request.mjs';
import { Skipped } from './skipped.mjs';
import { Suite } from './suite.mjs';

function setup() {
  const lines = [];
  const suite = new Suite({
    line: (mark, text) => lines.push(`${mark} ${text}`),
    problem: text => lines.push(text),
  });
  return { suite, lines };
}

test('counts, prints, and hands on what a check gives', async () => {
  const { suite, lines } = setup();
  const made = await suite.check('makes', async () => ({ detail: 'one' }));
  const used = await suite.check('uses', async () => made, [made]);
  assert.equal(used, made);
  assert.deepEqual(suite.totals, { passed: 2, failed: 0, skipped: 0 });
  assert.deepEqual(lines, ['ok makes: one', 'ok uses: one']);
});

test('skips what needs a check that failed or was skipped', async () => {
  const { suite, lines } = setup();
  const failed = await suite.check('fails', async () => {
    throw new Error('no');
  });
  const skipped = await suite.check('lacks', async () => {
    throw new Skipped('no browser', 'Install one.');
  });
  for (const needed of [failed, skipped]) {
    await suite.check('needs', () => assert.fail('was run'), [needed]);
  }
  assert.deepEqual(suite.totals, { passed: 0, failed: 1, skipped: 3 });
  assert.deepEqual(lines.slice(0, 3), [
    'FAILED fails',
    'no',
    'skipped lacks: no browser. Install one.',
  ]);
});

test('lets the wish to stop through, which is no failure', async () => {
  const { suite } = setup();
  await assert.rejects(
    suite.check('stops', async () => {
      throw new StopRequested();
    }),
    StopRequested,
  );
  assert.deepEqual(suite.totals, { passed: 0, failed: 0, skipped: 0 });
});
