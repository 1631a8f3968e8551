import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ulid } from 'ulid';
import { martSpec } from '../__testUtils__/FakeEvaluator';
import { PEOPLE } from '../__testUtils__/people';
import { newRequest } from '../__testUtils__/storedRequest';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { DraftStore } from './DraftStore';
import { listRequests } from './listRequests';
import { openDatabase } from './openDatabase';
import { RequestStore } from './RequestStore';
import { StepQueue } from './StepQueue';

const { databases, describeEach } = createTestDatabases();
const USER = PEOPLE.hanako.actor.userEntityRef;

const DERIVED = {
  role: 'derived',
  name: 'average',
  definition: { ja: '平均です。' },
};
const OPERANDS = {
  operation: 'divide',
  left: { kind: 'column', name: 'net_sales' },
  right: { kind: 'number', value: 2 },
};

/** As the first release wrote it. */
function firstVersion(): object {
  const { differences: _, ...spec } = martSpec();
  return {
    ...spec,
    version: 1,
    columns: [{ ...DERIVED, ...OPERANDS }],
    consumers: [{ kind: 'dashboard', name: 'Sales' }],
  };
}

const UPGRADED = {
  version: 2,
  columns: [{ ...DERIVED, calculation: { kind: 'arithmetic', ...OPERANDS } }],
  consumers: [{ kind: 'dashboard', name: 'Sales', exposure: false }],
  differences: [],
};

/** As a release after this one may write it. */
const LATER = { ...martSpec(), version: 3, lanes: ['a'] };

describeEach('specs that another release wrote', databaseId => {
  let knex: Knex;
  let drafts: DraftStore;
  let requests: RequestStore;
  const logger = mockServices.logger.mock();
  const storeDraft = async (spec: object) => {
    const id = ulid();
    await knex('drafts').insert({
      user_ref: USER,
      id,
      revision: 4,
      spec: JSON.stringify(spec),
      step: 2,
    });
    return id;
  };
  const storeRequest = async (spec: object) => {
    const id = ulid();
    await requests.insert(newRequest(id, { datasetKey: id }));
    await knex('requests')
      .where({ id })
      .update({ spec: JSON.stringify(spec) });
    return id;
  };
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    drafts = new DraftStore(knex, logger);
    requests = new RequestStore(knex);
  });

  it('opens a draft of the first release with its calculation, and saves it on', async () => {
    const id = await storeDraft(firstVersion());
    const draft = await drafts.get(USER, id);
    expect(draft).toMatchObject({ id, revision: 4, step: 2, spec: UPGRADED });
    expect(await drafts.list(USER, 10)).toEqual([draft]);
    await drafts.save(USER, id, draft!);
    const [{ spec }] = await knex('drafts').select('spec');
    expect(spec).toEqual(draft!.spec);
  });

  it('reads a request of the first release wherever it is read', async () => {
    const id = await storeRequest(firstVersion());
    expect((await requests.get(id)).spec).toMatchObject(UPGRADED);
    expect((await requests.getMany([id]))[0]?.spec).toMatchObject(UPGRADED);
    const { items } = await listRequests(knex, { view: 'all', limit: 5 });
    expect(items[0].spec).toMatchObject(UPGRADED);
    const claim = await new StepQueue(knex).claim(60_000);
    expect(claim?.request.spec).toMatchObject(UPGRADED);
    const changed = await requests.change(id, current => ({
      patch: { state: 'in-review', spec: current.spec },
    }));
    expect(changed?.after.spec).toMatchObject(UPGRADED);
  });

  it('keeps a draft of a later release: it is not shown, not lost, not saved over', async () => {
    const later = await storeDraft(LATER);
    const mine = await storeDraft(martSpec());
    const before = await knex('drafts').where({ id: later }).first();
    expect((await drafts.list(USER, 10)).map(({ id }) => id)).toEqual([mine]);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining(later));
    const refusal = {
      name: 'ConflictError',
      message: `Draft '${later}' was written by a newer release of the portal; nothing was lost, open it again once the portal is updated.`,
    };
    await expect(drafts.get(USER, later)).rejects.toMatchObject(refusal);
    for (const revision of [0, 3, 4]) {
      await expect(
        drafts.save(USER, later, { revision, spec: martSpec(), step: 0 }),
      ).rejects.toMatchObject(refusal);
    }
    expect(await knex('drafts').where({ id: later }).first()).toEqual(before);
    expect(await drafts.count(USER)).toBe(2);
    expect(await drafts.delete(USER, later)).toBe(true);
  });

  it('lists a request of a later release, and only its spec says so', async () => {
    const later = await storeRequest(LATER);
    const mine = await storeRequest(martSpec());
    const { items } = await listRequests(knex, { view: 'all', limit: 5 });
    expect(items.map(({ id }) => id)).toEqual([mine, later]);
    expect(() => items[1].spec).toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining('newer release of the portal'),
      }),
    );
    const moved = await requests.change(later, () => ({
      patch: { stateReason: 'seen' },
    }));
    expect(moved?.after.stateReason).toBe('seen');
    const [{ spec }] = await knex('requests').where({ id: later });
    expect(spec).toEqual(LATER);
  });

  it('lists as mine what I asked for or wrote a part of', async () => {
    const asked = await storeRequest(martSpec());
    const helped = ulid();
    await requests.insert(
      newRequest(helped, {
        datasetKey: helped,
        requester: 'user:default/other',
      }),
    );
    const foreign = ulid();
    await requests.insert(
      newRequest(foreign, {
        datasetKey: foreign,
        requester: 'user:default/other',
      }),
    );
    await requests.change(helped, current => ({
      patch: { authors: [...current.authors, USER], state: 'merged' },
    }));
    const mine = async (states?: 'merged'[]) =>
      (
        await listRequests(knex, {
          view: 'mine',
          viewer: { userEntityRef: USER, ownershipEntityRefs: [USER] },
          states,
          limit: 5,
        })
      ).items.map(({ id }) => id);
    expect(await mine()).toEqual([helped, asked]);
    expect(await mine(['merged'])).toEqual([helped]);
  });
});
