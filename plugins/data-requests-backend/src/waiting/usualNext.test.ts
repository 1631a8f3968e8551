import { mockServices } from '@backstage/backend-test-utils';
import type { RequestState } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { newRequest } from '../__testUtils__/storedRequest';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import type { ReadableRequests } from '../database/narrowToReadableRequests';
import { openDatabase } from '../database/openDatabase';
import { usualNext } from './usualNext';

const { databases, describeEach } = createTestDatabases();

/** States with the minutes that the request stayed in the one before. */
type Way = readonly (readonly [RequestState, number])[];

describeEach('usualNext', databaseId => {
  let knex: Knex;
  let count: number;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    count = 0;
  });

  /** A request that was sent so many days ago and went its way since. */
  const store = async (
    way: Way,
    { daysAgo = 10, tier = 2 }: { daysAgo?: number; tier?: 2 | 3 } = {},
  ) => {
    count += 1;
    const id = `R${count}`;
    const submitted = Date.now() - daysAgo * 86_400_000;
    await knex.transaction(async transaction => {
      const { dataset, specHash, datasetKey, draftId, stepInput, ...row } =
        newRequest(id, { tier });
      await transaction('requests').insert({
        ...row,
        spec: JSON.stringify(row.spec),
        evaluation: JSON.stringify(row.evaluation),
        authors: [row.requester],
        state: 'deployed',
        spec_hash: specHash,
        dataset_key: datasetKey,
        dataset_namespace: dataset.namespace,
        dataset_name: dataset.name,
        draft_id: draftId,
        step_input: JSON.stringify(stepInput),
      });
      const entry = (sequence: number, minutes: number, more: object) => ({
        request_id: id,
        sequence,
        at: new Date(submitted + minutes * 60_000),
        ...more,
      });
      let minutes = 0;
      let from: RequestState = 'checking';
      const entries = [entry(1, 0, { type: 'submitted', data: '{}' })];
      for (const [to, after] of way) {
        // What is said in between does not end a stay
        entries.push(
          entry(entries.length + 1, minutes, {
            type: 'commented',
            data: JSON.stringify({ body: 'Hello', to: 'failed' }),
          }),
        );
        minutes += after;
        entries.push(
          entry(entries.length + 1, minutes, {
            type: 'state-changed',
            data: JSON.stringify({ from, to }),
          }),
        );
        from = to;
      }
      await transaction('request_timeline').insert(entries);
    });
  };
  const usual = (state: RequestState, readable: ReadableRequests = 'all') =>
    usualNext(knex, { kind: 'data-mart', state }, readable);

  it('tells what followed most often, how long it took, and of how many', async () => {
    for (const minutes of [10, 20, 60]) {
      await store([
        ['in-review', 1],
        ['approved', minutes],
      ]);
    }
    expect(await usual('in-review')).toBeUndefined();
    await store([
      ['in-review', 1],
      ['changes-requested', 300],
      ['in-review', 5],
      ['approved', 90],
    ]);
    // Four requests, though the last was reviewed twice
    expect(await usual('in-review')).toBeUndefined();
    await store([['in-review', 3]]);
    // The fifth has not left the review yet
    expect(await usual('in-review')).toBeUndefined();
    expect(await usual('checking')).toEqual({
      next: 'in-review',
      medianMinutes: 1,
      requests: 5,
    });
    await store([
      ['in-review', 1],
      ['changes-requested', 100],
    ]);
    expect(await usual('in-review')).toEqual({
      next: 'approved',
      medianMinutes: 40, // of 10, 20, 60, 90
      requests: 5,
    });
    expect(await usual('approved')).toBeUndefined();
  });

  it('does not count what the reader may not see', async () => {
    for (let each = 0; each < 5; each += 1) {
      await store([['in-review', 10]]);
    }
    for (let each = 0; each < 9; each += 1) {
      await store([['failed', 1_000]], { tier: 3 });
    }
    expect(await usual('checking')).toEqual({
      next: 'failed',
      medianMinutes: 1_000,
      requests: 14,
    });
    expect(await usual('checking', { property: 'tier', below: 3 })).toEqual({
      next: 'in-review',
      medianMinutes: 10,
      requests: 5,
    });
    expect(await usual('checking', 'none')).toBeUndefined();
  });

  it('forgets what happened more than 180 days ago, and other kinds', async () => {
    for (let each = 0; each < 5; each += 1) {
      await store([['in-review', 10]], { daysAgo: 190 });
    }
    expect(await usual('checking')).toBeUndefined();
    for (let each = 0; each < 4; each += 1) {
      await store([['in-review', 30]]);
    }
    expect(await usual('checking')).toBeUndefined();
    await store([['in-review', 30]]);
    expect(await usual('checking')).toMatchObject({
      medianMinutes: 30,
      requests: 5,
    });
    await knex('requests').update({ kind: 'access' });
    expect(await usual('checking')).toBeUndefined();
  });
});
