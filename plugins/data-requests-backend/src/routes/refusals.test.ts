import { mockCredentials } from '@backstage/backend-test-utils';
import { dataRequestsContract } from '@suido/backstage-plugin-data-requests-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { ulid } from 'ulid';
import { FakeEvaluator, martSpec } from '../__testUtils__/FakeEvaluator';
import { FakeForge, sha } from '../__testUtils__/FakeForge';
import { PEOPLE } from '../__testUtils__/people';
import { forgeModule, startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { createDataRequestsPlugin } from '../createPlugin';

type OperationName = keyof typeof dataRequestsContract.operations;

const ID = ulid();
const headSha = sha('head');

/** A well-formed call of each operation, on things that do not exist. */
const CALLS: Record<OperationName, { path?: object; body?: object }> = {
  listTargets: {},
  listDatasets: { path: { target: 'nowhere' } },
  preview: { body: { spec: martSpec() } },
  findDuplicates: { body: { spec: martSpec() } },
  proposeUnitTest: { body: { spec: martSpec() } },
  listDrafts: {},
  getDraft: { path: { id: ID } },
  saveDraft: {
    path: { id: ID },
    body: { revision: 3, spec: martSpec(), step: 0 },
  },
  deleteDraft: { path: { id: ID } },
  useInstead: { path: { id: ID }, body: { subject: 'dataset:nowhere-0' } },
  submit: { body: { draftId: ID, spec: martSpec() } },
  listRequests: {},
  getRequest: { path: { id: ID } },
  getChanges: { path: { id: ID } },
  listCommits: { path: { id: ID } },
  compareFiles: { path: { id: ID } },
  getEffect: { path: { id: ID } },
  getSample: { path: { id: ID } },
  getTimeline: { path: { id: ID } },
  comment: { path: { id: ID }, body: { body: 'Hello' } },
  applySuggestion: { path: { id: ID, comment: '1' }, body: { headSha } },
  review: { path: { id: ID }, body: { verdict: 'approve', headSha } },
  merge: { path: { id: ID }, body: { headSha } },
  update: { path: { id: ID }, body: { spec: martSpec(), headSha } },
  withdraw: { path: { id: ID } },
  retry: { path: { id: ID } },
};

const NAMES = Object.keys(CALLS) as OperationName[];
const WITH_BODY = NAMES.filter(name => CALLS[name].body);
const UNKNOWN_ID = NAMES.filter(
  name => CALLS[name].path && name !== 'listDatasets',
);

function urlOf(name: OperationName, path = CALLS[name].path ?? {}): string {
  const template = Object.entries(path).reduce(
    (url, [key, value]) => url.replace(`{${key}}`, value),
    dataRequestsContract.operations[name].path as string,
  );
  const query = /^(getEffect|compareFiles)$/.test(name)
    ? `?from=${headSha}&to=${headSha}`
    : '';
  return `/api/data-requests${template}${query}`;
}

const { databases, describeEach } = createTestDatabases();

describeEach('what the API refuses', databaseId => {
  let knex: Knex;
  let forge: FakeForge;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    forge = new FakeForge();
    const evaluator = new FakeEvaluator();
    plugin = await startPlugin({
      knex,
      plugin: createDataRequestsPlugin(async () => evaluator),
      forge: forgeModule(forge),
    });
  });
  afterAll(() => plugin.stop());

  const expectNothingWritten = async () => {
    for (const table of ['requests', 'request_timeline', 'drafts', 'reuses']) {
      expect(await knex(table)).toEqual([]);
    }
    expect(forge.calls).toEqual([]);
  };

  const call = (name: OperationName, header: string, url = urlOf(name)) =>
    request(plugin.server)
      [dataRequestsContract.operations[name].method](url)
      .set('Authorization', header);
  const userHeader = (name: keyof typeof PEOPLE) =>
    mockCredentials.user.header(PEOPLE[name].actor.userEntityRef);

  it.each(NAMES)(
    '%s without a session, and with an expired one',
    async name => {
      for (const header of [
        mockCredentials.none.header(),
        mockCredentials.user.invalidHeader(),
      ]) {
        const { status, body } = await call(name, header).send(
          CALLS[name].body,
        );
        expect(status).toBe(401);
        expect(body.error.name).toBe('AuthenticationError');
      }
      await expectNothingWritten();
    },
  );

  it.each(NAMES)('%s without any permission', async name => {
    const { status, body } = await call(name, userHeader('stranger')).send(
      CALLS[name].body,
    );
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/'data-requests\.request\.\w+'/);
    await expectNothingWritten();
  });

  it.each(UNKNOWN_ID)('%s of something that does not exist', async name => {
    const { status, body } = await call(name, userHeader('hanako')).send(
      CALLS[name].body,
    );
    // A save made from a revision of a draft that is gone is a conflict.
    expect(status).toBe(name === 'saveDraft' ? 409 : 404);
    expect(body.error.message).toContain(ID);
    await expectNothingWritten();
  });

  it.each(NAMES.filter(name => CALLS[name].path))(
    '%s of something that has no such name',
    async name => {
      const path = { ...CALLS[name].path, id: '../../etc', target: 'no where' };
      const encoded = Object.fromEntries(
        Object.entries(path).map(([key, value]) => [
          key,
          encodeURIComponent(value),
        ]),
      );
      const { status, body } = await call(
        name,
        userHeader('hanako'),
        urlOf(name, encoded),
      ).send(CALLS[name].body);
      expect([400, 404]).toContain(status);
      expect(body.error.message).toMatch(/path\.id|no where/);
      await expectNothingWritten();
    },
  );

  it.each(WITH_BODY)('%s with a body that is none', async name => {
    const post = (body: string) =>
      call(name, userHeader('hanako'))
        .set('Content-Type', 'application/json')
        .send(body);
    const malformed = await post('{"spec": ');
    expect(malformed.status).toBe(400);
    expect(malformed.body.error.message).toMatch(/body is not a JSON/);
    for (const body of ['[]', '"text"', '{}', '{"spec": 1, "headSha": 2}']) {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/body/);
    }
    const oversized = await post(JSON.stringify({ x: 'x'.repeat(1_200_000) }));
    expect(oversized.status).toBe(413);
    await expectNothingWritten();
  });

  it.each(WITH_BODY.filter(name => 'spec' in (CALLS[name].body ?? {})))(
    '%s names the field of a spec that is wrong',
    async name => {
      const body = {
        ...CALLS[name].body,
        spec: { ...martSpec(), tier: 9, columns: [{ role: 'magic' }] },
      };
      const answer = await call(name, userHeader('hanako')).send(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(/body\.spec\.columns/);
      expect(answer.body.error.message).toMatch(/body\.spec\.tier/);
      await expectNothingWritten();
    },
  );
});
