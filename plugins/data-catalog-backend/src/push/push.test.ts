import type { Knex } from 'knex';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';

const { databases, describeEach } = createTestDatabases();

const line = (name: string, more: object = {}) =>
  JSON.stringify({
    kind: 'dataset',
    id: { namespace: 'snowflake://acme', name },
    ...more,
  });
const PATH = '/v1/sources/bi/snapshot';

describeEach('pushing snapshots', databaseId => {
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    plugin = await startPlugin({
      knex,
      config: {
        push: {
          sources: [{ id: 'bi', title: 'BI', subjects: ['external:bi'] }],
          limits: { compressedMebibytes: 1, mebibytes: 2, recordMebibytes: 1 },
        },
      },
    });
  });
  afterEach(() => plugin.stop());

  const push = (
    body: string | Buffer,
    options: { query?: string; encoding?: string; subject?: string } = {},
  ) => {
    const call = plugin
      .asMachine(options.subject ?? 'external:bi')
      .put(
        `${PATH}?${options.query ?? 'mode=full&takenAt=2026-11-20T00:00:00Z'}`,
      )
      .set('content-type', 'application/x-ndjson');
    if (options.encoding) {
      call.set('content-encoding', options.encoding);
    }
    return call.send(body);
  };

  it('takes in lines, refuses bad ones alone, and answers with the run', async () => {
    const lines = [
      `\ufeff${line('A', { definition: { en: 'a' } })}`,
      '',
      '<<<<<<< HEAD',
      line('B').replace('}', ', "size": {"rows": NaN}}'),
      line('C', { tier: 9 }),
      `{"kind":"dataset","kind":"edge"}`,
      line('D', { viewSql: 'x'.repeat(1_100_000) }),
      `${line('E')}\r`,
    ].join('\n');
    const answer = await push(lines);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      state: 'applied',
      mode: 'full',
      takenAt: '2026-11-20T00:00:00.000Z',
      changes: { added: 2, changed: 0, removed: 0 },
      report: { totals: { read: 7, kept: 2, repaired: 0, refused: 5 } },
      revision: 1,
    });
    expect(
      answer.body.report.reasons.map(
        ({ code, examples }: { code: string; examples: string[] }) => [
          code,
          examples.map(example => example.split(':')[0]),
        ],
      ),
    ).toEqual([
      ['not-json', ['line 3', 'line 4']],
      ['invalid', ['line 5 /tier', 'line 6 /from']],
      ['too-long', ['line 7']],
    ]);
    expect(await knex('datasets').orderBy('name').pluck('short_name')).toEqual([
      'A',
      'E',
    ]);
    expect(plugin.audit.at(-1)).toMatchObject({
      eventId: 'snapshot-push',
      outcome: 'succeeded',
      meta: { source: 'bi', subject: 'external:bi', state: 'applied' },
    });

    const again = await push(gzipSync(lines), {
      encoding: 'gzip',
      query: 'mode=full&takenAt=2026-11-20T01:00:00Z',
    });
    expect(again.body).toMatchObject({ state: 'unchanged' });
    const older = await push(lines);
    expect(older.status).toBe(409);
    expect(older.body.error.message).toContain('send a newer snapshot');
  });

  it('refuses whoever is not mapped, and never says which sources there are', async () => {
    const wrong = await push(line('A'), { subject: 'external:other' });
    expect(wrong.status).toBe(403);
    const unknown = await plugin
      .asMachine('external:bi')
      .put('/v1/sources/nope/snapshot?mode=full&takenAt=2026-11-20T00:00:00Z')
      .send(line('A'));
    expect(unknown.status).toBe(403);
    expect(unknown.body.error.message.replace('nope', 'bi')).toBe(
      wrong.body.error.message,
    );
    const person = await plugin.as('kenji').put(PATH).send(line('A'));
    expect(person.status).toBe(403);
    expect(await knex('source_runs')).toEqual([]);
  });

  it('refuses bombs by size, broken gzip and wrong queries, and changes nothing', async () => {
    await push(line('A'));
    const bomb = await push(gzipSync(`${line('B')}\n`.repeat(100_000)), {
      encoding: 'gzip',
      query: 'mode=full&takenAt=2026-11-20T02:00:00Z',
    });
    expect(bomb.status).toBe(413);
    expect(bomb.body.error.message).toContain('2 MiB unpacked');
    const large = await push(Buffer.alloc(3_000_000, 'x'), {
      query: 'mode=full&takenAt=2026-11-20T02:00:00Z',
    });
    expect(large.status).toBe(413);
    const whole = gzipSync(line('B'));
    for (const body of [Buffer.from('not gzip'), whole.subarray(0, 40)]) {
      const broken = await push(body, {
        encoding: 'gzip',
        query: 'mode=full&takenAt=2026-11-20T02:00:00Z',
      });
      expect(broken.status).toBe(400);
      expect(broken.body.error.message).toContain('pack it again');
    }
    for (const [options, words] of [
      [{ query: 'mode=some&takenAt=2026-11-20T00:00:00Z' }, 'query.mode'],
      [{ query: 'mode=full' }, 'query.takenAt'],
      [{ query: 'mode=full&takenAt=yesterday' }, 'query.takenAt'],
      [{ query: 'mode=full&takenAt=2999-01-01T00:00:00Z' }, 'not yet'],
      [{ encoding: 'br' }, 'Content-Encoding'],
    ] as const) {
      const refused = await push(line('B'), options);
      expect(refused.status).toBe(400);
      expect(refused.body.error.message).toContain(words);
    }
    expect(await knex('datasets').pluck('short_name')).toEqual(['A']);
    expect(await knex('staged_records')).toEqual([]);
    const states: string[] = await knex('source_runs').pluck('state');
    expect(states).not.toContain('running');
  });

  it('ends a push that breaks off, and takes the next one', async () => {
    const { port } = plugin.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      [
        `PUT /api/data-catalog${PATH}?mode=full&takenAt=2026-11-20T00:00:00Z HTTP/1.1`,
        'Host: localhost',
        `Authorization: ${plugin.asMachine('external:bi').authorization}`,
        'Content-Length: 1000000',
        '',
        `${line('A')}\n`,
      ].join('\r\n'),
    );
    await untilState(knex, 'running');
    socket.destroy();
    expect(await untilState(knex, 'failed')).toMatchObject({
      reason: { en: expect.stringContaining('The connection broke') },
    });
    expect((await push(line('A'))).body).toMatchObject({ state: 'applied' });
  });

  it('names itself in the document', async () => {
    const document = await plugin.as('kenji').get('/openapi.json');
    expect(document.body.paths).toHaveProperty([
      '/v1/sources/{source}/snapshot',
      'put',
    ]);
  });
});

/** The newest run, once it is in the state. */
async function untilState(knex: Knex, state: string) {
  for (;;) {
    const run = await knex('source_runs').orderBy('id', 'desc').first();
    if (run?.state === state) {
      return run;
    }
  }
}
