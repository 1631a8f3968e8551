import { mockCredentials } from '@backstage/backend-test-utils';
import {
  dataRequestSchema,
  type MartSpec,
} from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { FakeForge, sha } from '../__testUtils__/FakeForge';
import { PEOPLE, type PersonName } from '../__testUtils__/people';
import { forgeModule, startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { createDataRequestsPlugin } from '../createPlugin';

const { databases, describeEach } = createTestDatabases();

const ORDERS = 'int-orders-0123456789';
const MART = 'dataset:fct-known-0123456789';

const sales = (overrides: Partial<MartSpec> = {}) =>
  martSpec({
    sources: [{ alias: 'orders', dataset: ORDERS }],
    columns: [
      {
        role: 'dimension',
        name: 'store_id',
        definition: {},
        source: 'orders',
        column: 'store_id',
      },
    ],
    grain: ['store_id'],
    ...overrides,
  });

describeEach('duplicates', databaseId => {
  let knex: Knex;
  let evaluator: FakeEvaluator;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    evaluator = new FakeEvaluator();
    plugin = await startPlugin({
      knex,
      plugin: createDataRequestsPlugin(async () => evaluator),
      forge: forgeModule(new FakeForge()),
    });
  });
  afterEach(() => plugin.stop());

  const submit = (who: PersonName, spec: MartSpec, draftId = ulid()) =>
    plugin.as(who).post('/v1/requests').send({ draftId, spec });
  const sent = async (who: PersonName, spec: MartSpec) => {
    const { body } = await submit(who, spec).expect(202);
    await plugin.untilState(body.id, 'in-review');
    const answer = await plugin.as(who).get(`/v1/requests/${body.id}`);
    return dataRequestSchema.parse(answer.body);
  };
  const found = async (who: PersonName, body: object = { spec: sales() }) => {
    const answer = await plugin
      .as(who)
      .post('/v1/duplicates')
      .send(body)
      .expect(200);
    return answer.body.items.map(
      ({ subject }: { subject: string }) => subject,
    ) as string[];
  };
  const hidden = () => sent('hanako', sales({ name: 'fct_secret', tier: 3 }));
  const known = () => {
    evaluator.marts = [
      {
        key: MART.slice('dataset:'.length),
        name: 'fct_known',
        definition: { en: 'One row per day', ja: '一日一行' },
        question: 'How much do we sell per day?',
        purpose: 'Weekly sales meeting',
        sources: [{ key: ORDERS, name: 'int_orders' }],
        columns: ['store_id'],
      },
    ];
  };

  it('refuses what looks like a mart, or like a request that one can see, until it says how it differs', async () => {
    const other = await sent('hanako', sales({ name: 'fct_other', tier: 2 }));
    known();
    const subject = `request:${other.id}`;
    expect((await found('tom')).sort()).toEqual([MART, subject]);
    expect(await found('tom', { spec: sales(), revises: other.id })).toEqual([
      MART,
    ]);

    const refused = await submit('tom', sales()).expect(400);
    expect(refused.body.error.name).toBe('InputError');
    expect(refused.body.error.checks).toHaveLength(2);
    expect(refused.body.error.checks).toEqual(
      expect.arrayContaining([
        {
          rule: 'likely-duplicate',
          severity: 'error',
          status: 'failed',
          field: 'differences',
          message: {
            en: expect.stringMatching(
              new RegExp(
                `^'fct_other' is already asked for by request #${other.number} and is \\d+ % like this mart.*${subject}`,
              ),
            ),
            ja: expect.stringContaining(`依頼 #${other.number}`),
          },
        },
        expect.objectContaining({
          message: {
            en: expect.stringMatching(/^'fct_known' exists already.*fct-known/),
            ja: expect.stringContaining('「fct_known」がすでにあります'),
          },
        }),
      ]),
    );
    const said = (reason: string, more: string) => [
      { subject: MART, reason },
      { subject, reason: more },
    ];
    for (const [differences, count] of [
      [said(' \u3000\u200b', 'Returns are in'), 1],
      [said('', ''), 2],
    ] as const) {
      const { body } = await submit('tom', sales({ differences })).expect(400);
      expect(body.error.checks).toHaveLength(count);
    }
    expect(await knex('requests').count()).toEqual([{ count: '1' }]);

    const mine = await sent(
      'tom',
      sales({ differences: said('Per hour', 'Returns are in') }),
    );
    // A change that becomes a likely duplicate is refused the same way
    const changed = await plugin
      .as('tom')
      .put(`/v1/requests/${mine.id}/spec`)
      .send({ spec: sales(), headSha: mine.proposal?.headSha })
      .expect(400);
    expect(changed.body.error.checks).toHaveLength(2);
    expect(changed.body.error.message).toMatch(/^The request cannot be sent/);
    // What cannot be changed like this is told first
    for (const [spec, headSha, status] of [
      [sales(), sha('stale'), 409],
      [sales({ target: 'elsewhere' }), mine.proposal?.headSha, 400],
    ] as const) {
      const { body } = await plugin
        .as('tom')
        .put(`/v1/requests/${mine.id}/spec`)
        .send({ spec, headSha })
        .expect(status);
      expect(body.error).not.toHaveProperty('checks');
    }
    await plugin
      .as('tom')
      .put(`/v1/requests/${mine.id}/spec`)
      .send({
        spec: sales({ differences: said('Per hour', 'Returns'), tier: 1 }),
        headSha: mine.proposal?.headSha,
      })
      .expect(202);
  });

  it('answers the same draft and the same spec again, however alike', async () => {
    const draftId = ulid();
    const first = await submit('hanako', sales(), draftId).expect(202);
    known();
    for (const again of [draftId, ulid()]) {
      const { body } = await submit('hanako', sales(), again).expect(202);
      expect(body.id).toBe(first.body.id);
    }
  });

  it('gives whoever may not read a request no hint of it', async () => {
    const { id, number } = await hidden();
    expect(await found('kenji')).toEqual([`request:${id}`]);
    expect(await found('tom')).toEqual([]);
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    expect(await found('tom', { spec: sales(), revises: id })).toEqual([]);
    const reads = statements.filter(sql => sql.includes('from "requests"'));
    expect(reads).toHaveLength(1);
    expect(reads[0]).toContain('"tier" <');

    await submit('kenji', sales({ name: 'fct_kenjis' })).expect(400);
    await submit('tom', sales({ name: 'fct_toms' })).expect(202);
    // The name is taken; by whom and for what stays hidden
    for (const [who, isTold] of [
      ['tom', false],
      ['kenji', true],
    ] as const) {
      const { body } = await submit(
        who,
        sales({
          name: 'fct_secret',
          purpose: 'x',
          differences: [{ subject: `request:${id}`, reason: 'Another' }],
        }),
      ).expect(409);
      expect(body.error.message.includes(id)).toBe(isTold);
      expect(body.error.message.includes(`#${number}`)).toBe(isTold);
      // A form says the same in the language of its reader.
      const [{ message, ...check }] = body.error.checks;
      expect(check).toEqual({
        rule: 'name-taken',
        severity: 'error',
        status: 'failed',
        field: 'name',
      });
      expect(message.en).toBe(body.error.message);
      expect(message.ja).toContain('「fct_secret」');
      expect(message.ja.includes(id)).toBe(isTold);
      expect(message.ja.includes(`#${number}`)).toBe(isTold);
    }
    await plugin
      .as('stranger')
      .post('/v1/duplicates')
      .send({ spec: sales() })
      .expect(403);
  });

  it('refuses agents and Templates alike', async () => {
    known();
    const { kind: _kind, version: _version, ...spec } = sales();
    const invoke = (differences: MartSpec['differences']) =>
      plugin.actions.invoke({
        id: 'test:submit',
        input: { spec: { ...spec, differences } },
        credentials: mockCredentials.user(PEOPLE.tom.actor.userEntityRef),
      });
    await expect(invoke([])).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(MART),
    });
    const { output } = await invoke([{ subject: MART, reason: 'Per hour' }]);
    expect(output).toMatchObject({ requestId: expect.any(String) });
  });

  it('ends a draft because something else serves, once, and records it', async () => {
    const { id: secret } = await hidden();
    known();
    const tom = plugin.as('tom');
    const save = async (id: string, revision = 0) =>
      tom.put(`/v1/drafts/${id}`).send({ revision, spec: sales(), step: 1 });
    const end = (id: string, subject: string) =>
      tom.post(`/v1/drafts/${id}/use-instead`).send({ subject });
    const id = ulid();
    await save(id);
    await plugin
      .as('hanako')
      .post(`/v1/drafts/${id}/use-instead`)
      .send({ subject: MART })
      .expect(404);
    for (const unseen of [
      `request:${secret}`,
      `request:${ulid()}`,
      'dataset:fct-nowhere-0123456789',
      `dataset:${secret}`,
    ]) {
      const { body } = await end(id, unseen).expect(404);
      expect(body.error.message).toBe(
        `There is no mart or request '${unseen}' that could serve instead of draft '${id}'.`,
      );
    }
    await end(id, 'mart:x').expect(400);
    expect(await knex('reuses')).toEqual([]);
    await tom.get(`/v1/drafts/${id}`).expect(200);

    plugin.audit.length = 0;
    const both = await Promise.all([end(id, MART), end(id, MART)]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    await end(id, MART).expect(204);
    expect(await knex('reuses')).toEqual([
      {
        user_ref: PEOPLE.tom.actor.userEntityRef,
        draft_id: id,
        target: 'data-platform',
        name: 'fct_daily_sales',
        subject: MART,
        score: expect.closeTo(1, 1),
        at: expect.any(Date),
      },
    ]);
    expect(plugin.audit).toHaveLength(3);
    expect(plugin.audit[0]).toEqual({
      eventId: 'draft-mutate',
      outcome: 'succeeded',
      meta: { queryType: 'use-instead', draftId: id, subject: MART },
    });
    await tom.get(`/v1/drafts/${id}`).expect(404);
    const other = await end(id, 'dataset:fct-other-0123456789').expect(409);
    expect(other.body.error.message).toContain(MART);
    expect((await save(id)).status).toBe(409);
    expect((await save(id, 1)).status).toBe(409);

    const { id: open } = await sent(
      'hanako',
      sales({
        name: 'fct_open',
        differences: [
          { subject: MART, reason: 'Other' },
          { subject: `request:${secret}`, reason: 'Other' },
        ],
      }),
    );
    const second = ulid();
    await save(second);
    await end(second, `request:${open}`).expect(204);
    expect(await knex('drafts')).toEqual([]);
    expect(await knex('requests').count()).toEqual([{ count: '2' }]);
  });

  it('tells with each request whose move it is', async () => {
    const { id, waiting, stateSince, proposal } = await sent('hanako', sales());
    expect(waiting).toEqual({
      on: 'reviewers',
      people: ['group:default/data-engineering'],
      since: stateSince,
    });
    const { body } = await plugin
      .as('kenji')
      .post(`/v1/requests/${id}/reviews`)
      .send({ verdict: 'request-changes', headSha: proposal?.headSha })
      .expect(201);
    expect(body.waiting).toMatchObject({
      on: 'author',
      people: [PEOPLE.hanako.actor.userEntityRef],
      since: body.stateSince,
    });
    const withdrawn = await plugin
      .as('hanako')
      .post(`/v1/requests/${id}/withdraw`)
      .expect(200);
    expect(withdrawn.body.waiting).toMatchObject({ on: 'nobody', people: [] });
    const list = await plugin.as('hanako').get('/v1/requests').expect(200);
    expect(list.body.items[0]).not.toHaveProperty('waiting');
  });

  it('tells what usually follows only from requests that the caller may read', async () => {
    for (let each = 0; each < 5; each += 1) {
      await sent('hanako', martSpec({ name: `fct_${each}`, tier: 3 }));
    }
    const { id } = await sent('hanako', martSpec({ name: 'fct_open' }));
    // From sent to in review: six of them for Kenji, one for Tom
    await knex('requests').where({ id }).update({ state: 'checking' });
    const usually = async (who: PersonName) =>
      (await plugin.as(who).get(`/v1/requests/${id}`).expect(200)).body.waiting
        .usually;
    expect(await usually('kenji')).toEqual({
      next: 'in-review',
      medianMinutes: expect.any(Number),
      requests: 6,
    });
    expect(await usually('tom')).toBeUndefined();
  });
});
