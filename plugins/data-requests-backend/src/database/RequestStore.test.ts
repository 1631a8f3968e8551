import { mockServices } from '@backstage/backend-test-utils';
import { ulid } from 'ulid';
import { newRequest } from '../__testUtils__/storedRequest';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from './openDatabase';
import { RequestStore } from './RequestStore';

const { databases, describeEach } = createTestDatabases();

describeEach('RequestStore', databaseId => {
  it('draws again where somebody else drew the same number in the same moment', async () => {
    const knex = await databases.init(databaseId);
    await openDatabase(mockServices.database({ knex }));
    const store = new RequestStore(knex);
    const first = await store.insert(newRequest(ulid()));
    await knex.raw('create sequence draws');
    await knex.raw(`
      create or replace function draw_request_number() returns bigint
      language sql as $$
        select case when nextval('draws') < 3 then ${first?.number} else 5555 end
      $$`);
    const second = await store.insert(
      newRequest(ulid(), { datasetKey: 'another-0123456789' }),
    );
    expect(second?.number).toBe(5555);
    expect(await knex('request_timeline').pluck('request_id')).toEqual([
      first?.id,
      second?.id,
    ]);
  });
});
