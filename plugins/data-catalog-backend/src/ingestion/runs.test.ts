import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { Knex } from 'knex';
import { at, dataset, keyOf, NAMESPACE } from '../__testUtils__/catalogRecords';
import { stateOf } from '../__testUtils__/catalogState';
import {
  createIngestor,
  listSource,
  registerSource,
} from '../__testUtils__/createIngestor';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();
const never = new AbortController().signal;

describeEach('runs of sources', databaseId => {
  let knex: Knex;
  let start: Awaited<ReturnType<typeof createIngestor>>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    start = await createIngestor(knex);
    await registerSource(knex, 'shop', 'dbt');
    await registerSource(knex, 'bq', 'bigquery');
  });
  const tell = (
    source: 'shop' | 'bq',
    records: readonly unknown[],
    snapshot: Parameters<typeof listSource>[3] = {},
  ) =>
    start.ingestor.read(
      listSource(
        source,
        source === 'shop' ? 'dbt' : 'bigquery',
        records,
        snapshot,
      ),
      never,
    );

  it('refuses what is older than what is stored, and changes nothing', async () => {
    await tell('shop', [dataset('a', { purpose: 'new' })], at(5));
    const before = await stateOf(knex);
    await expect(
      tell('shop', [dataset('a', { purpose: 'old' })], at(4)),
    ).rejects.toThrow('send a newer snapshot');
    expect(await stateOf(knex)).toEqual(before);
    expect(
      await knex('source_runs').orderBy('id', 'desc').first(),
    ).toMatchObject({
      state: 'failed',
      reason: { en: expect.stringContaining('2026-11-20T05') },
    });
    expect(await knex('staged_records')).toEqual([]);
    await expect(
      tell('shop', [dataset('a')], { takenAt: '2999-01-01T00:00:00Z' }),
    ).rejects.toThrow('is not yet');
  });

  it('holds a shrunken snapshot back until somebody releases it', async () => {
    const many = Array.from({ length: 40 }, (_, index) => dataset(`t${index}`));
    await tell('shop', many, at(1));
    const before = await stateOf(knex);
    const held = await tell('shop', many.slice(0, 20), at(2));
    expect(held).toMatchObject({
      state: 'held',
      changes: { added: 0, changed: 0, removed: 20 },
      reason: {
        en: expect.stringContaining('20 of 40 datasets'),
        ja: expect.stringContaining('40 件のうち 20 件'),
      },
    });
    expect(await stateOf(knex)).toEqual(before);
    await expect(start.ingestor.release('bq', held!.id)).rejects.toThrow(
      'is not held',
    );
    const { released, applied } = await start.ingestor.release(
      'shop',
      held!.id,
    );
    expect(released.state).toBe('running');
    expect(await applied).toMatchObject({
      state: 'applied',
      changes: { removed: 20 },
    });
    expect(
      (await stateOf(knex)).filter(row => row.sources.length > 0),
    ).toHaveLength(20);
    expect(await knex('staged_records')).toEqual([]);

    // A newer one takes the place of one that waits.
    const second = await tell('shop', [], at(3));
    expect(second).toMatchObject({ state: 'held' });
    await tell('shop', many.slice(0, 20), at(4));
    await expect(start.ingestor.release('shop', second!.id)).rejects.toThrow(
      'is not held',
    );
    expect(await knex('staged_records')).toEqual([]);
  });

  it('reads a source on one backend only', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      release = resolve;
    });
    let begun: () => void = () => {};
    const hasBegun = new Promise<void>(resolve => {
      begun = resolve;
    });
    const slow = listSource('shop', 'dbt', [dataset('a')]);
    const reading = start.ingestor.read(
      {
        ...slow,
        async read(context) {
          begun();
          await gate;
          return slow.read(context);
        },
      },
      never,
    );
    await hasBegun;
    expect(await start.create().read(slow, never)).toBeUndefined();
    release();
    expect(await reading).toMatchObject({ state: 'applied' });
    expect(await knex('source_runs')).toHaveLength(1);
  });

  it('goes on where a reader was killed, and a late one leaves no trace', async () => {
    const cursors: (string | undefined)[] = [];
    const pieces = [[dataset('a')], [dataset('b')], [dataset('c')]];
    let onSecond: () => Promise<void> = async () => {};
    const source = {
      ...listSource('shop', 'dbt', []),
      async read({ cursor }: { cursor?: string }) {
        cursors.push(cursor);
        const from = Number(cursor ?? 0);
        return {
          mode: 'full' as const,
          ...at(1),
          etag: 'e1',
          batches: (async function* batches() {
            for (let index = from; index < pieces.length; index += 1) {
              if (index === 1) {
                await onSecond();
              }
              // Larger than what is gathered, so each piece is written.
              const [piece] = pieces[index];
              yield {
                cursor: String(index + 1),
                records: [
                  {
                    ...piece,
                    viewSql: 'x'.repeat(900_000),
                    columns: Array.from({ length: 30 }, (_, n) => ({
                      name: `c${n}`,
                      definition: { en: 'x'.repeat(60_000) },
                    })),
                  } as SnapshotRecord,
                ],
              };
            }
          })(),
          report: () => ({
            totals: { read: 3 - from, kept: 3 - from, repaired: 0, refused: 0 },
            reasons: [],
          }),
        };
      },
    };
    let wake: () => void = () => {};
    let asleep: () => void = () => {};
    const isAsleep = new Promise<void>(resolve => {
      asleep = resolve;
    });
    onSecond = () =>
      new Promise<void>(resolve => {
        wake = resolve;
        asleep();
      });
    const late = start.ingestor.read(source, never);
    await isAsleep;
    onSecond = async () => {};
    // The first reader is silent for so long that it counts as dead.
    await knex('source_runs').update({ alive_at: new Date(0) });
    const run = await start.create().read(source, never);
    expect(cursors).toEqual([undefined, '1']);
    expect(run).toMatchObject({
      state: 'applied',
      changes: { added: 3 },
      report: { totals: { read: 3, kept: 3 } },
    });
    const before = await stateOf(knex);
    wake();
    await expect(late).rejects.toMatchObject({ name: 'RunLostError' });
    expect(await stateOf(knex)).toEqual(before);
    expect(await knex('staged_records')).toEqual([]);
    expect(await knex('source_runs').pluck('state')).toEqual(['applied']);
  });

  it('begins again where the database lost what was staged', async () => {
    await knex('source_runs').insert({
      id: '01JD0000000000000000000000',
      source_id: 'shop',
      state: 'running',
      reader: 'gone',
      cursor: '7',
      staged: 12,
      alive_at: new Date(0),
    });
    const seen: unknown[] = [];
    const source = listSource('shop', 'dbt', [dataset('a')]);
    const run = await start.ingestor.read(
      {
        ...source,
        async read(context) {
          seen.push(context.cursor);
          return source.read(context);
        },
      },
      never,
    );
    expect(seen).toEqual([undefined]);
    expect(run).toMatchObject({
      id: '01JD0000000000000000000000',
      state: 'applied',
      changes: { added: 1 },
    });
  });

  it('hands a reading over when its backend stops', async () => {
    const stopping = new AbortController();
    const stopped = start.ingestor.read(
      {
        ...listSource('shop', 'dbt', []),
        async read({ signal }) {
          stopping.abort(new Error('The backend stops'));
          signal.throwIfAborted();
          return undefined;
        },
      },
      stopping.signal,
    );
    await expect(stopped).rejects.toThrow('The backend stops');
    expect(await knex('source_runs').pluck('state')).toEqual(['running']);
    // No minute of silence: the next goes on at once.
    expect(await tell('shop', [dataset('a')])).toMatchObject({
      state: 'applied',
    });
    expect(await knex('source_runs').pluck('state')).toEqual(['applied']);
  });

  it('applies what another backend staged to the end', async () => {
    await tell('shop', [dataset('a')], at(1));
    const held = { reader: 'x', row: { id: '01JD0000000000000000000000' } };
    await knex('source_runs').insert({
      id: held.row.id,
      source_id: 'bq',
      state: 'running',
      reader: 'gone',
      mode: 'full',
      taken_at: at(1).takenAt,
      staged: 2,
      staged_at: new Date(),
      alive_at: new Date(0),
    });
    const record = dataset('p.b', { purpose: 'of the dead' });
    await knex('staged_records').insert([
      {
        run_id: held.row.id,
        kind: 'name',
        subject: keyOf('p.b'),
        hash: Buffer.alloc(0),
        record: { namespace: NAMESPACE, name: 'p.b', shortName: 'b' },
      },
      {
        run_id: held.row.id,
        kind: 'dataset',
        subject: keyOf('p.b'),
        hash: Buffer.from('1'),
        record,
      },
    ]);
    const run = await start.ingestor.read(
      {
        ...listSource('bq', 'bigquery', []),
        read: async () => {
          throw new Error('There is nothing more to read');
        },
      },
      never,
    );
    expect(run).toMatchObject({ id: held.row.id, state: 'applied' });
    expect((await stateOf(knex)).map(row => row.short_name).sort()).toEqual([
      'a',
      'b',
    ]);
  });

  it('ends pushes whose backend is gone, but none that is being applied', async () => {
    const insert = (run: string, source: string, more: object) =>
      knex('source_runs').insert({
        id: run,
        source_id: source,
        state: 'running',
        reader: 'gone',
        alive_at: new Date(0),
        ...more,
      });
    await insert('01JD0000000000000000000001', 'shop', { staged: 1 });
    await insert('01JD0000000000000000000002', 'bq', {
      mode: 'delta',
      taken_at: at(1).takenAt,
      staged_at: new Date(),
    });
    const locking = await knex.transaction();
    await locking('source_runs').where('source_id', 'bq').forUpdate();
    await start.ingestor.endAbandoned(['shop', 'bq', 'other']);
    const runs = () =>
      knex('source_runs').orderBy('id').select('source_id', 'state', 'reason');
    expect(await runs()).toEqual([
      {
        source_id: 'shop',
        state: 'failed',
        reason: expect.objectContaining({
          en: expect.stringContaining('push the snapshot again'),
        }),
      },
      { source_id: 'bq', state: 'running', reason: null },
    ]);
    await locking.rollback();
    await start.ingestor.endAbandoned(['shop', 'bq', 'other']);
    expect((await runs())[1]).toMatchObject({ state: 'unchanged' });
  });

  it('asks with the etag of what is held, so that it is held once', async () => {
    const asked: unknown[] = [];
    const told = (
      count: number,
      snapshot: { takenAt: string; etag: string },
    ) => {
      const source = listSource(
        'shop',
        'dbt',
        Array.from({ length: count }, (_, index) => dataset(`t${index}`)),
        snapshot,
      );
      return start.ingestor.read(
        {
          ...source,
          async read(context) {
            asked.push(context.etag);
            return context.etag === snapshot.etag
              ? undefined
              : source.read(context);
          },
        },
        never,
      );
    };
    await told(30, { ...at(1), etag: 'e1' });
    const held = await told(2, { ...at(2), etag: 'e2' });
    expect(held).toMatchObject({ state: 'held' });
    expect(await told(2, { ...at(3), etag: 'e2' })).toMatchObject({
      state: 'unchanged',
    });
    const { applied } = await start.ingestor.release('shop', held!.id);
    expect(await applied).toMatchObject({ state: 'applied' });
    await told(2, { ...at(4), etag: 'e2' });
    expect(asked).toEqual([undefined, 'e1', 'e2', 'e2']);
  });

  it('keeps one of the looks in a row that found nothing new', async () => {
    const orders = (purpose: string) => [dataset('orders', { purpose })];
    for (const [index, purpose] of ['a', 'a', 'a', 'b', 'b', 'b'].entries()) {
      await tell('shop', orders(purpose), at(index + 1));
      await tell('bq', orders('a'), at(index + 1));
    }
    const states = (source: string) =>
      knex('source_runs')
        .where('source_id', source)
        .orderBy('id')
        .pluck('state');
    expect(await states('shop')).toEqual([
      'applied',
      'unchanged',
      'applied',
      'unchanged',
    ]);
    expect(await states('bq')).toEqual(['applied', 'unchanged']);
  });

  it('remembers the last thousand runs of a source', async () => {
    await knex.raw(`
      insert into source_runs (id, source_id, state)
      select '00000000000000000000' || lpad(n::text, 6, '0'),
             case when n = 2 then 'bq' else 'shop' end,
             case when n = 1 then 'held' else 'unchanged' end
        from generate_series(1, 1010) n`);
    await tell('shop', [dataset('a')]);
    expect(await knex('source_runs').where('source_id', 'bq')).toHaveLength(1);
    const ids: string[] = await knex('source_runs')
      .where('source_id', 'shop')
      .orderBy('id')
      .pluck('id');
    // And the one that waits for somebody, however old it is.
    expect(ids).toHaveLength(1_001);
    expect(ids[0]).toBe('00000000000000000000000001');
  });
});
