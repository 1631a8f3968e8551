import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { dataRequestSchema } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { ulid } from 'ulid';
import { FakeEvaluator, martSpec } from './__testUtils__/FakeEvaluator';
import { FakeForge, sha } from './__testUtils__/FakeForge';
import { PEOPLE } from './__testUtils__/people';
import { forgeModule, startPlugin } from './__testUtils__/startPlugin';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { createDataRequestsPlugin } from './createPlugin';

const { databases, describeEach } = createTestDatabases();

const MODEL = 'transform/models/marts/fct_daily_sales.sql';

describeEach('the data-requests plugin', databaseId => {
  let knex: Knex;
  let forge: FakeForge;
  let evaluator: FakeEvaluator;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const start = () =>
    startPlugin({
      knex,
      plugin: createDataRequestsPlugin(async () => evaluator),
      forge: forgeModule(forge),
    });

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    forge = new FakeForge();
    evaluator = new FakeEvaluator();
    plugin = await start();
  });
  afterEach(async () => {
    await plugin.stop();
  });

  const submit = async (overrides: Parameters<typeof martSpec>[0] = {}) => {
    const { body } = await plugin
      .as('hanako')
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: martSpec(overrides) })
      .expect(202);
    await plugin.untilState(body.id, 'in-review');
    return dataRequestSchema.parse(
      (await plugin.as('hanako').get(`/v1/requests/${body.id}`)).body,
    );
  };

  it('carries a request from the form to the merge', async () => {
    const { id, proposal, abilities } = await submit();
    const headSha = proposal!.headSha;
    expect(abilities).toMatchObject({
      update: true,
      withdraw: true,
      approve: false,
      merge: false,
      reasons: [{ en: expect.stringContaining('your own request') }],
    });
    const path = `/v1/requests/${id}`;
    const kenji = plugin.as('kenji');
    expect((await kenji.get('/v1/requests?view=to-review')).body).toMatchObject(
      { items: [{ id }] },
    );
    expect(
      (await plugin.as('hanako').get('/v1/requests?view=to-review')).body.items,
    ).toEqual([]);

    await kenji
      .post(`${path}/comments`)
      .send({ body: ' Nice ', anchor: { path: MODEL, line: 1 } })
      .expect(201);
    await plugin
      .as('hanako')
      .post(`${path}/reviews`)
      .send({ verdict: 'approve', headSha })
      .expect(403);
    const approved = await kenji
      .post(`${path}/reviews`)
      .send({ verdict: 'approve', headSha })
      .expect(201);
    expect(approved.body).toMatchObject({
      state: 'approved',
      abilities: { merge: true, reasons: [] },
    });
    await plugin
      .as('hanako')
      .post(`${path}/merge`)
      .send({ headSha })
      .expect(403);
    await kenji
      .post(`${path}/merge`)
      .send({ headSha: sha('x') })
      .expect(409);
    const merged = await kenji.post(`${path}/merge`).send({ headSha });
    expect(merged.body).toMatchObject({
      state: 'merged',
      proposal: { mergeSha: sha('merge-1') },
    });
    const { body } = await kenji.get(`${path}/timeline`).expect(200);
    expect(body.items.map((entry: { type: string }) => entry.type)).toEqual([
      'submitted',
      'proposed',
      'state-changed',
      'commented',
      'reviewed',
      'state-changed',
      'merged',
      'state-changed',
    ]);
    expect(
      plugin.audit.map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['request-submit', 'succeeded'],
      ['request-comment', 'succeeded'],
      ['request-review', 'failed'],
      ['request-review', 'succeeded'],
      ['request-merge', 'failed'],
      ['request-merge', 'failed'],
      ['request-merge', 'succeeded'],
    ]);
    expect(plugin.events.map(event => [event.from, event.to])).toEqual([
      [undefined, 'checking'],
      ['checking', 'in-review'],
      ['in-review', 'approved'],
      ['approved', 'merged'],
    ]);
  });

  it('shows and counts only what the caller may see, on every page', async () => {
    const open = await submit({ name: 'fct_open', tier: 1 });
    const secret = await submit({ name: 'fct_secret', tier: 3 });
    const shared = await submit({
      name: 'fct_shared',
      tier: 4,
      owner: 'group:default/marketing',
    });
    const names = async (who: keyof typeof PEOPLE, query = '') => {
      const { body } = await plugin
        .as(who)
        .get(`/v1/requests${query}`)
        .expect(200);
      return [
        body.items.map((item: { name: string }) => item.name),
        body.nextCursor,
      ];
    };
    expect(await names('hanako')).toEqual([
      ['fct_shared', 'fct_secret', 'fct_open'],
      undefined,
    ]);
    expect(await names('kenji')).toEqual(await names('hanako'));
    expect(await names('tom')).toEqual([['fct_shared', 'fct_open'], undefined]);
    expect(await names('tom', '?view=mine')).toEqual([[], undefined]);
    // A page of one, though a hidden row stands between the two that are seen.
    expect(await names('tom', '?limit=1')).toEqual([['fct_shared'], shared.id]);
    expect(await names('tom', `?limit=1&cursor=${shared.id}`)).toEqual([
      ['fct_open'],
      undefined,
    ]);
    expect(
      await names('hanako', '?state=merged&state=in-review&limit=2'),
    ).toEqual([['fct_shared', 'fct_secret'], secret.id]);
    expect(await names('hanako', `?dataset=${open.datasetKey}`)).toEqual([
      ['fct_open'],
      undefined,
    ]);

    const tom = plugin.as('tom');
    const missing = ulid();
    for (const part of ['', '/timeline', '/changes', '/sample']) {
      // Hidden and missing are told apart by nothing but the id that was asked.
      const [hidden, unknown] = await Promise.all(
        [secret.id, missing].map(id => tom.get(`/v1/requests/${id}${part}`)),
      );
      expect(hidden.status).toBe(404);
      expect(hidden.body.error.message.replaceAll(secret.id, '')).toBe(
        unknown.body.error.message.replaceAll(missing, ''),
      );
    }
    await tom
      .post(`/v1/requests/${secret.id}/comments`)
      .send({ body: 'Hello' })
      .expect(404);
    await tom.get(`/v1/requests/${shared.id}/sample`).expect(200);
    expect(plugin.audit.at(-1)).toEqual({
      eventId: 'sample-read',
      outcome: 'succeeded',
      meta: { queryType: 'request', requestId: shared.id, tier: 4 },
    });
    // Of another group's open request Tom sees all and changes nothing.
    const { body } = await tom.get(`/v1/requests/${open.id}`).expect(200);
    expect(body.abilities).toMatchObject({
      comment: true,
      approve: false,
      merge: false,
      update: false,
      withdraw: false,
    });
    const headSha = open.proposal!.headSha;
    for (const [method, part, sent] of [
      ['post', 'reviews', { verdict: 'approve', headSha }],
      ['post', 'merge', { headSha }],
      ['put', 'spec', { spec: martSpec({ name: 'fct_open' }), headSha }],
      ['post', 'withdraw', undefined],
      ['post', 'retry', undefined],
    ] as const) {
      await tom[method](`/v1/requests/${open.id}/${part}`)
        .send(sent)
        .expect(403);
    }

    const stranger = plugin.as('stranger');
    await stranger.get('/v1/requests').expect(403);
    await stranger.get('/v1/targets').expect(403);
    await stranger.get('/v1/drafts').expect(403);
    await stranger
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: martSpec({ name: 'fct_x' }) })
      .expect(403);
    await request(plugin.server)
      .get('/api/data-requests/v1/requests')
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    expect(await knex('requests').count()).toEqual([{ count: '3' }]);
  });

  it('keeps drafts to their owner and guards their revision', async () => {
    const id = ulid();
    const hanako = plugin.as('hanako');
    const draft = (revision: number, question = 'Why?') => ({
      revision,
      step: 1,
      spec: martSpec({ question }),
    });
    await hanako.put(`/v1/drafts/${id}`).send(draft(7)).expect(409);
    await hanako.put(`/v1/drafts/${id}`).send(draft(0)).expect(200);
    const saved = await hanako
      .put(`/v1/drafts/${id}`)
      .send(draft(1, ''))
      .expect(200);
    expect(saved.body).toMatchObject({ id, revision: 2, step: 1 });
    for (const stale of [0, 1, 3]) {
      const { body } = await hanako
        .put(`/v1/drafts/${id}`)
        .send(draft(stale))
        .expect(409);
      expect(body.error.message).toMatch(
        new RegExp(`at revision 2.*from revision ${stale}`),
      );
    }
    const tom = plugin.as('tom');
    await tom.get(`/v1/drafts/${id}`).expect(404);
    await tom.delete(`/v1/drafts/${id}`).expect(404);
    expect((await tom.get('/v1/drafts')).body).toEqual({ items: [] });
    expect((await hanako.get('/v1/drafts')).body.items).toEqual([saved.body]);
    expect((await hanako.get(`/v1/drafts/${id}`)).body).toEqual(saved.body);
    await hanako.delete(`/v1/drafts/${id}`).expect(204);
    await hanako.get(`/v1/drafts/${id}`).expect(404);

    // What a later release wrote stays, and does not spoil the others.
    const later = ulid();
    await knex('drafts').insert({
      user_ref: PEOPLE.hanako.actor.userEntityRef,
      id: later,
      revision: 1,
      spec: JSON.stringify({ ...martSpec(), version: 3 }),
      step: 0,
    });
    expect((await hanako.get('/v1/drafts').expect(200)).body.items).toEqual([]);
    for (const answer of [
      await hanako.get(`/v1/drafts/${later}`),
      await hanako.put(`/v1/drafts/${later}`).send(draft(1)),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toContain('a newer release');
    }

    // A save that comes after the send does not bring the draft back.
    const spec = martSpec();
    const sent = await hanako
      .post('/v1/requests')
      .send({ draftId: id, spec })
      .expect(202);
    const late = await hanako
      .put(`/v1/drafts/${id}`)
      .send(draft(0))
      .expect(409);
    expect(late.body.error.message).toContain(sent.body.id);
  });

  it('answers bad input in words and writes nothing', async () => {
    const hanako = plugin.as('hanako');
    const unknown = ulid();
    for (const part of ['', '/timeline', '/changes', '/sample']) {
      const { body } = await hanako
        .get(`/v1/requests/${unknown}${part}`)
        .expect(404);
      expect(body.error.message).toContain(unknown);
    }
    await hanako.post(`/v1/requests/${unknown}/withdraw`).expect(404);
    await hanako.get('/v1/requests/1').expect(400);
    await hanako.get('/v1/requests?cursor=zzz').expect(400);
    await hanako.get('/v1/requests?limit=1000').expect(400);
    await hanako.get('/v1/targets/elsewhere/datasets').expect(404);
    await hanako.get('/v1/nowhere').expect(404);
    const malformed = await hanako
      .post('/v1/requests')
      .set('Content-Type', 'application/json')
      .send('{"draftId": ')
      .expect(400);
    expect(malformed.body.error.message).toMatch(/JSON/);
    await hanako
      .post('/v1/requests')
      .send({
        draftId: ulid(),
        spec: martSpec(),
        padding: 'x'.repeat(1_100_000),
      })
      .expect(413);
    const wrong = await hanako
      .post('/v1/requests')
      .send({ draftId: 'mine', spec: { ...martSpec(), tier: 9, shell: 'rm' } })
      .expect(400);
    expect(wrong.body.error.message).toMatch(/body\.draftId.*body\.spec/);
    const unfinished = await hanako
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: martSpec({ question: '' }) })
      .expect(400);
    expect(unfinished.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('question: Write the question.'),
      checks: [{ field: 'question', message: { ja: expect.any(String) } }],
    });
    expect(await knex('requests')).toEqual([]);
    expect(await knex('drafts')).toEqual([]);
    expect(forge.calls).toEqual([]);
  });

  it('previews without writing, and serves its own description', async () => {
    const { body } = await plugin
      .as('hanako')
      .post('/v1/preview')
      .send({ spec: martSpec({ tier: 3 }) })
      .expect(200);
    expect(body).toMatchObject({
      sample: { status: 'available' },
      changeSet: { files: [{ action: 'create' }] },
    });
    expect(plugin.audit).toMatchObject([
      { eventId: 'sample-read', meta: { queryType: 'preview', tier: 3 } },
    ]);
    expect(await knex('requests')).toEqual([]);
    const document = await plugin.as('hanako').get('/openapi.json').expect(200);
    expect(document.body.info.title).toBe('Suido data requests');
  });

  it('stops a preview whose caller went away', async () => {
    const leaving = new AbortController();
    const stopped = new Promise<unknown>(resolve => {
      jest.spyOn(evaluator, 'evaluate').mockImplementationOnce(
        (_spec, { signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => {
              resolve(signal.reason);
              reject(signal.reason);
            });
            leaving.abort();
          }),
      );
    });
    const answer = fetch(
      `http://localhost:${plugin.server.port()}/api/data-requests/v1/preview`,
      {
        method: 'POST',
        signal: leaving.signal,
        headers: {
          'Content-Type': 'application/json',
          Authorization: mockCredentials.user.header(
            PEOPLE.hanako.actor.userEntityRef,
          ),
        },
        body: JSON.stringify({ spec: martSpec() }),
      },
    );
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(await stopped).toMatchObject({ statusCode: 499 });
  });

  it('answers the permission framework about its resources', async () => {
    const { id } = await submit();
    const { body } = await request(plugin.server)
      .get('/api/data-requests/.well-known/backstage/permissions/metadata')
      .set('Authorization', mockCredentials.service.header())
      .expect(200);
    expect(
      body.rules.map((rule: { name: string }) => rule.name).sort(),
    ).toEqual(['IS_BELOW_TIER', 'IS_OWNED_BY', 'IS_REQUESTER']);
    const applied = await request(plugin.server)
      .post(
        '/api/data-requests/.well-known/backstage/permissions/apply-conditions',
      )
      .set('Authorization', mockCredentials.service.header())
      .send({
        items: [id, ulid()].map(resourceRef => ({
          id: resourceRef,
          resourceRef,
          resourceType: 'data-request',
          conditions: {
            resourceType: 'data-request',
            rule: 'IS_REQUESTER',
            params: { user: PEOPLE.hanako.actor.userEntityRef },
          },
        })),
      })
      .expect(200);
    expect(
      applied.body.items.map((item: { result: string }) => item.result),
    ).toEqual(['ALLOW', 'DENY']);
  });

  it('offers the same to agents and Templates', async () => {
    const credentials = mockCredentials.user(PEOPLE.hanako.actor.userEntityRef);
    const { kind: _kind, version: _version, ...spec } = martSpec();
    const { output } = await plugin.actions.invoke({
      id: 'test:submit',
      input: { spec },
      credentials,
    });
    const { requestId, number, url } = output as Record<string, string>;
    expect(url).toBe(
      `https://portal.example/data-requests/requests/${requestId}`,
    );
    await plugin.untilState(requestId, 'in-review');
    expect(forge.proposals[0].authors).toEqual([
      PEOPLE.hanako.actor.userEntityRef,
    ]);
    const again = await plugin.actions.invoke({
      id: 'test:submit',
      input: { spec },
      credentials,
    });
    expect(again.output).toEqual({ requestId, number, url });
    expect(
      await plugin.actions.invoke({
        id: 'test:status',
        input: { requestId },
        credentials,
      }),
    ).toMatchObject({ output: { state: 'in-review', pullRequest: 1 } });
    expect(
      await plugin.actions.invoke({
        id: 'test:preview',
        input: { spec: martSpec({ question: '' }) },
        credentials,
      }),
    ).toMatchObject({
      output: {
        mayBeSent: false,
        problems: [{ field: 'question' }],
        sampleRows: [[42]],
      },
    });
    for (const [id, input] of [
      ['test:submit', { spec: { ...spec, columns: 'all' } }],
      ['test:submit', { spec, draftId: 'x' }],
      ['test:status', { requestId: 'x' }],
    ] as const) {
      await expect(
        plugin.actions.invoke({ id, input, credentials }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
    await expect(
      plugin.actions.invoke({
        id: 'test:submit',
        input: { spec: martSpec({ name: 'fct_other' }) },
        credentials: mockCredentials.user(PEOPLE.stranger.actor.userEntityRef),
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(
      plugin.audit.map(({ eventId, outcome }) => [eventId, outcome]),
    ).toEqual([
      ['request-submit', 'succeeded'],
      ['request-submit', 'succeeded'],
      ['request-submit', 'failed'],
    ]);
  });

  it('goes on after a restart with what was stored', async () => {
    let release = () => {};
    const reached = new Promise<void>(resolve => {
      jest.spyOn(forge, 'propose').mockImplementationOnce(
        () =>
          new Promise((_, reject) => {
            release = () => reject(new Error('the process is gone'));
            resolve();
          }),
      );
    });
    const { body } = await plugin
      .as('hanako')
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: martSpec() })
      .expect(202);
    await reached;
    release();
    await plugin.stop();
    await knex('requests').update({ step_after: knex.fn.now() });

    plugin = await start();
    await plugin.untilState(body.id, 'in-review');
    expect(forge.proposals).toHaveLength(1);
  });
});

describe('the data-requests plugin on another database', () => {
  it('refuses to start and names the configuration', async () => {
    await expect(
      startTestBackend({
        features: [
          createDataRequestsPlugin(async () => new FakeEvaluator()),
          mockServices.rootConfig.factory({
            data: {
              app: { baseUrl: 'http://localhost' },
              backend: {
                database: { client: 'better-sqlite3', connection: ':memory:' },
              },
            },
          }),
        ],
      }),
    ).rejects.toThrow(
      /stores its requests in PostgreSQL.*'backend\.database\.client'.*'better-sqlite3'/,
    );
  });
});
