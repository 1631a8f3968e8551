import localForgeFeatures from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import type {
  FileChange,
  RequestCommit,
  RequestEffect,
  TimelineEntry,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ulid } from 'ulid';
import type { PersonName } from './__testUtils__/people';
import { retailSamples } from './__testUtils__/retailSamples';
import { startPlugin } from './__testUtils__/startPlugin';
import { createTestDatabases } from './__testUtils__/testDatabases';
import {
  dailySales,
  RETAIL_FILES,
  RETAIL_TARGET,
} from './evaluation/__testUtils__/retailRepository';
import { dataRequestsPlugin } from './plugin';

const { databases, describeEach } = createTestDatabases();

const FOLDER = 'transform/models/marts/sales';
const PROPERTIES = `${FOLDER}/fct_daily_store_sales.yml`;
const MODEL = `${FOLDER}/fct_daily_store_sales.sql`;

describeEach('a review, from comments to the merge', databaseId => {
  let folder: string;
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  let path: string;

  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'data-requests-'));
    for (const [file, text] of Object.entries(RETAIL_FILES)) {
      const seed = join(folder, 'seed', file);
      await fs.mkdir(dirname(seed), { recursive: true });
      await fs.writeFile(seed, text);
    }
    knex = await databases.init(databaseId);
    plugin = await startPlugin({
      knex,
      plugin: dataRequestsPlugin,
      forge: localForgeFeatures,
      sampleSources: [retailSamples(new Set())],
      target: RETAIL_TARGET,
      config: {
        localForge: {
          directory: join(folder, 'forge'),
          repositories: [
            { name: 'data-platform', seedFrom: join(folder, 'seed') },
          ],
        },
      },
    });
    const { body } = await plugin
      .as('hanako')
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: dailySales() })
      .expect(202);
    path = `/v1/requests/${body.id}`;
    await plugin.untilState(body.id, 'in-review');
  });
  afterEach(async () => {
    await plugin.stop();
    await fs.rm(folder, { recursive: true });
  });

  const id = () => path.split('/').at(-1) ?? '';
  const changes = async () => {
    const { body } = await plugin.as('kenji').get(`${path}/changes`);
    const files: FileChange[] = body.files;
    const textOf = (file: string) => {
      const found = files.find(each => each.path === file);
      return found && found.action !== 'delete' ? found.content : '';
    };
    const headSha: string = body.headSha;
    return { headSha, textOf };
  };
  /** The number of the line that begins so. */
  const lineOf = async (file: string, start: string) =>
    (await changes())
      .textOf(file)
      .split('\n')
      .findIndex(line => line.trim().startsWith(start)) + 1;
  const timeline = async (who: PersonName = 'kenji') => {
    const { body } = await plugin.as(who).get(`${path}/timeline`).expect(200);
    const items: TimelineEntry[] = body.items;
    return items;
  };
  const comments = async () =>
    (await timeline()).flatMap(entry =>
      entry.type === 'commented' ? [entry] : [],
    );
  const say = (who: PersonName, comment: object) =>
    plugin.as(who).post(`${path}/comments`).send(comment);
  const apply = (who: PersonName, comment: string, headSha: string) =>
    plugin
      .as(who)
      .post(`${path}/suggestions/${comment}/apply`)
      .send({ headSha });
  const update = async (spec: object) => {
    const { headSha } = await changes();
    await plugin
      .as('hanako')
      .put(`${path}/spec`)
      .send({ spec, headSha })
      .expect(202);
    await plugin.untilState(id(), 'checking');
    await plugin.untilState(id(), 'in-review');
  };
  const effect = async (from: string, to: string) => {
    const { body } = await plugin
      .as('kenji')
      .get(`${path}/effect?from=${from}&to=${to}`)
      .expect(200);
    const found: RequestEffect = body;
    return found;
  };

  it('turns a suggestion into a commit that the next change keeps', async () => {
    const first = (await changes()).headSha;
    const line = await lineOf(PROPERTIES, 'description: "First day');
    await say('kenji', {
      body: 'Clearer so?',
      anchor: { path: PROPERTIES, line },
      suggestion: '        description: "First day of the sales month."',
    }).expect(201);
    const [asked] = await comments();
    expect(asked).toMatchObject({
      comment: expect.any(String),
      headSha: first,
      field: 'columns.0.definition',
    });
    const suggestion = asked.comment ?? '';
    await say('hanako', { body: 'Yes', inReplyTo: suggestion }).expect(201);
    expect((await comments())[1]).toMatchObject({ inReplyTo: suggestion });
    expect(plugin.audit.slice(-2)).toMatchObject(
      ['suggestion', 'answer'].map(queryType => ({
        eventId: 'request-comment',
        meta: { queryType, requestId: id() },
      })),
    );

    await plugin
      .as('maria')
      .post(`${path}/reviews`)
      .send({ verdict: 'approve', headSha: first })
      .expect(201);
    // A reviewer suggests; whether it goes in is for the author to say.
    await apply('kenji', suggestion, first).expect(403);
    await apply('hanako', suggestion, 'f'.repeat(40)).expect(409);
    await apply('hanako', '999', first).expect(404);
    const applied = await apply('hanako', suggestion, first).expect(200);
    const second = applied.body.proposal.headSha;
    expect(second).not.toBe(first);
    expect(applied.body.state).toBe('in-review');
    const { textOf } = await changes();
    expect(textOf(PROPERTIES)).toContain('First day of the sales month.');
    expect((await timeline()).slice(-2)).toMatchObject([
      {
        type: 'suggestion-applied',
        actor: 'user:default/hanako.sato',
        comment: suggestion,
        headSha: second,
      },
      { type: 'state-changed', from: 'approved', to: 'in-review' },
    ]);
    // Its query is the one that the portal made, so its rows are known.
    expect(await effect(first, second)).toMatchObject({
      files: [{ path: PROPERTIES }],
      columns: [],
      rows: { status: 'available', added: 0, removed: 0, changed: 0 },
    });
    const again = await apply('hanako', suggestion, second).expect(409);
    expect(again.body.error.message).toContain('already');

    await update(
      dailySales({
        filters: dailySales().filters.slice(0, 1),
        purpose: 'Monthly meeting',
      }),
    );
    const now = await changes();
    expect(now.textOf(PROPERTIES)).toContain('First day of the sales month.');
    expect(now.textOf(PROPERTIES)).toContain('Monthly meeting');

    const { body } = await plugin.as('kenji').get(`${path}/commits`);
    const commits: RequestCommit[] = body.items;
    expect(commits.map(({ sha }) => sha)).toEqual([first, second, now.headSha]);
    expect(
      commits.map(({ origin, revision, checks, author }) => [
        origin,
        revision,
        checks?.every(({ status }) => status !== 'failed'),
        author,
      ]),
    ).toEqual([
      ['portal', 1, true, 'user:default/hanako.sato'],
      ['suggestion', undefined, undefined, 'user:default/hanako.sato'],
      ['portal', 2, true, 'user:default/hanako.sato'],
    ]);

    // Whose suggestion it was may still be the second pair of eyes.
    const { headSha } = now;
    for (const [act, sent] of [
      ['reviews', { verdict: 'approve', headSha }],
      ['merge', { headSha }],
    ] as const) {
      const { status } = await plugin
        .as('kenji')
        .post(`${path}/${act}`)
        .send(sent);
      expect(status).toBeLessThan(300);
    }
    expect(
      plugin.audit.filter(
        ({ eventId }) => eventId === 'request-suggestion-apply',
      ),
    ).toEqual([
      ...Array.from({ length: 3 }, () =>
        expect.objectContaining({ outcome: 'failed' }),
      ),
      {
        eventId: 'request-suggestion-apply',
        outcome: 'succeeded',
        meta: {
          requestId: id(),
          comment: suggestion,
          headSha: first,
          appliedSha: second,
        },
      },
      expect.objectContaining({ outcome: 'failed' }),
    ]);
  });

  it('shows what a change does to files, columns and rows', async () => {
    const first = (await changes()).headSha;
    const columns = dailySales().columns.slice(0, 4);
    await update(dailySales({ columns, filters: [] }));
    const second = (await changes()).headSha;
    const both = await effect(first, second);
    expect(both.files.map(({ path: file }) => file)).toEqual([
      MODEL,
      PROPERTIES,
    ]);
    expect(both.columns).toEqual([
      { name: 'average_order_value', change: 'removed', from: 'decimal' },
    ]);
    expect(both.rows).toMatchObject({ status: 'available', rowsAfter: 2 });
    const audited = plugin.audit.length;
    const compared = await plugin
      .as('kenji')
      .get(`${path}/files?from=${first}&to=${second}`)
      .expect(200);
    expect(compared.body.items).toEqual(both.files);
    // No row was computed, so none was seen.
    expect(plugin.audit).toHaveLength(audited);
    expect(plugin.audit.at(-1)).toEqual({
      eventId: 'sample-read',
      outcome: 'succeeded',
      meta: {
        queryType: 'effect',
        requestId: id(),
        tier: 3,
        from: first,
        to: second,
      },
    });
    const none = await effect(second, second);
    expect(none).toMatchObject({
      files: [],
      columns: [],
      rows: { added: 0, removed: 0, changed: 0, examples: [] },
    });

    await say('kenji', {
      anchor: { path: MODEL, line: await lineOf(MODEL, 'count(*)') },
      suggestion: '        count(orders.order_id) as order_count',
    }).expect(201);
    const [{ comment }] = await comments();
    await apply('hanako', comment ?? '', second).expect(200);
    const third = (await changes()).headSha;
    const byHand = await effect(second, third);
    expect(byHand.files).toHaveLength(1);
    expect(byHand.columns).toBeUndefined();
    expect(byHand.rows).toMatchObject({
      status: 'unavailable',
      reason: { en: expect.stringContaining('by hand') },
    });
    // The next commit is the portal's, but its query is not the portal's alone.
    await update(dailySales({ columns, filters: [], purpose: 'Other' }));
    const fourth = (await changes()).headSha;
    expect((await changes()).textOf(MODEL)).toContain('count(orders.order_id)');
    expect(await effect(second, fourth)).toMatchObject({
      columns: [],
      rows: {
        status: 'unavailable',
        reason: { en: expect.stringContaining('somebody changed it') },
      },
    });

    const kenji = plugin.as('kenji');
    const foreign = 'f'.repeat(40);
    for (const [query, status] of [
      [`from=${foreign}&to=${first}`, 404],
      [`from=${first}&to=${foreign}`, 404],
      [`from=${first}&to=main`, 400],
      [`from=${first}`, 400],
    ] as const) {
      await kenji.get(`${path}/effect?${query}`).expect(status);
      await kenji.get(`${path}/files?${query}`).expect(status);
    }
    const range = `from=${first}&to=${second}`;
    for (const part of ['commits', `effect?${range}`, `files?${range}`]) {
      await plugin.as('tom').get(`${path}/${part}`).expect(404);
    }
  });

  it('refuses the same lines changed by both, and says how to go on', async () => {
    const first = (await changes()).headSha;
    const line = await lineOf(PROPERTIES, 'purpose:');
    await say('kenji', {
      anchor: { path: PROPERTIES, line },
      suggestion: '        purpose: "Meetings of the sales group"',
    }).expect(201);
    const [{ comment }] = await comments();
    const { body } = await apply('hanako', comment ?? '', first).expect(200);
    await plugin
      .as('hanako')
      .put(`${path}/spec`)
      .send({
        spec: dailySales({ purpose: 'Monthly meeting' }),
        headSha: body.proposal.headSha,
      })
      .expect(202);
    await plugin.untilState(id(), 'conflicted');
    const { body: stuck } = await plugin.as('hanako').get(path).expect(200);
    expect(stuck.stateReason).toContain(`${PROPERTIES} (line ${line})`);
    expect(stuck.stateReason).toContain('overwrites nobody');
    // While a change is stuck, no suggestion goes past it.
    await apply('hanako', comment ?? '', body.proposal.headSha).expect(409);
    // A change that leaves the line as it was goes through.
    await plugin
      .as('hanako')
      .put(`${path}/spec`)
      .send({
        spec: dailySales({ question: 'How much, really?' }),
        headSha: body.proposal.headSha,
      })
      .expect(202);
    await plugin.untilState(id(), 'in-review');
    const { textOf } = await changes();
    expect(textOf(PROPERTIES)).toContain('Meetings of the sales group');
    expect(textOf(PROPERTIES)).toContain('How much, really?');
  });

  it('refuses comments on what is not there, naming the field', async () => {
    const line = await lineOf(MODEL, 'count(*)');
    for (const [comment, field] of [
      [{ body: 'x', anchor: { path: 'README.md' } }, 'anchor.path'],
      [{ body: 'x', anchor: { path: MODEL, line: 9_999 } }, 'anchor.line'],
      [
        { body: 'x', anchor: { path: MODEL, line, endLine: 9_999 } },
        'anchor.endLine',
      ],
      [{ body: 'x', anchor: { path: MODEL, line, endLine: 1 } }, 'endLine'],
      [{ body: 'x', inReplyTo: '12345' }, 'inReplyTo'],
      [{ body: ' ' }, 'body'],
      [{ suggestion: 'x' }, 'anchor.line'],
      [
        {
          anchor: { path: MODEL, line },
          suggestion: '        count(*) as order_count',
        },
        'suggestion',
      ],
      [{ anchor: { path: MODEL, line }, suggestion: 'a\0b' }, 'suggestion'],
    ] as const) {
      const { status, body } = await say('kenji', comment);
      expect([status, body.error?.message]).toEqual([
        400,
        expect.stringContaining(field),
      ]);
    }
    expect(await comments()).toEqual([]);
    await say('kenji', { body: 'x', anchor: { path: MODEL, line } });
    const [{ comment, field }] = await comments();
    expect(field).toBe('columns.3');
    const { headSha } = await changes();
    const { body } = await apply('hanako', comment ?? '', headSha).expect(400);
    expect(body.error.message).toContain('suggests no text');
  });
});
