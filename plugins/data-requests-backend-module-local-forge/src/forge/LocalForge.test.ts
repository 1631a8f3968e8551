import { FORGE_CONTRACT } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import {
  createLocalForgeHarness,
  type LocalForgeHarness,
} from '../__testUtils__/localForgeHarness';
import { createTestDatabases } from '../__testUtils__/testDatabases';

// Many flushed writes: how long they take is the disk's affair.
jest.setTimeout(120_000);

const { databases, describeEach } = createTestDatabases();

describeEach('the contract of forges', id => {
  let knex: Knex;
  let harness: LocalForgeHarness;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  afterEach(async () => {
    await harness.dispose();
    await knex('local_forge_proposals').delete();
  });

  it.each(FORGE_CONTRACT.map(entry => [entry.name, entry] as const))(
    '%s',
    async (_, { run }) => {
      harness = await createLocalForgeHarness(knex);
      await run(harness);
      await expect(harness.check()).resolves.toBeUndefined();
    },
  );
});
