import localForgeFeatures from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ulid } from 'ulid';
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

describeEach('the plugin as it is installed', databaseId => {
  let folder: string;
  let knex: Knex;
  let deployed: Set<string>;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  const start = () =>
    startPlugin({
      knex,
      plugin: dataRequestsPlugin,
      forge: localForgeFeatures,
      sampleSources: [retailSamples(deployed)],
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

  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'data-requests-'));
    for (const [path, text] of Object.entries(RETAIL_FILES)) {
      const file = join(folder, 'seed', path);
      await fs.mkdir(dirname(file), { recursive: true });
      await fs.writeFile(file, text);
    }
    deployed = new Set();
    knex = await databases.init(databaseId);
    plugin = await start();
  });
  afterEach(async () => {
    await plugin.stop();
    await fs.rm(folder, { recursive: true });
  });

  const send = (spec = dailySales()) =>
    plugin
      .as('hanako')
      .post('/v1/requests')
      .send({ draftId: ulid(), spec })
      .expect(202);

  it('previews, opens, changes, restarts, merges, and sees the mart deployed', async () => {
    const hanako = () => plugin.as('hanako');
    const kenji = () => plugin.as('kenji');
    const spec = dailySales();
    expect((await hanako().get('/v1/targets').expect(200)).body).toMatchObject({
      items: [{ owners: [{ title: '営業部' }], domains: ['sales'] }],
    });
    const preview = (
      await hanako().post('/v1/preview').send({ spec }).expect(200)
    ).body;
    expect(
      preview.checks.filter(
        (check: { status: string }) => check.status === 'failed',
      ),
    ).toEqual([]);
    expect(preview.sample).toMatchObject({
      status: 'available',
      rows: expect.arrayContaining([expect.arrayContaining(['S01'])]),
    });
    const sent = await send(spec);
    const { id } = sent.body;
    const path = `/v1/requests/${id}`;
    await plugin.untilState(id, 'in-review');
    const proposed = (await kenji().get(`${path}/changes`).expect(200)).body;
    // What is reviewed is byte for byte what was previewed.
    expect(proposed.files).toEqual(preview.changeSet.files);
    expect(proposed).toMatchObject({ mergeable: true, conflicts: [] });

    const changed = dailySales({ purpose: 'Monthly meeting' });
    await hanako()
      .put(`${path}/spec`)
      .send({ spec: changed, headSha: proposed.headSha })
      .expect(202);
    await plugin.untilState(id, 'in-review');
    const { headSha, files } = (await kenji().get(`${path}/changes`)).body;
    expect(headSha).not.toBe(proposed.headSha);
    expect(JSON.stringify(files)).toContain('Monthly meeting');
    await kenji()
      .post(`${path}/reviews`)
      .send({ verdict: 'approve', headSha: proposed.headSha })
      .expect(409);
    await kenji()
      .post(`${path}/reviews`)
      .send({ verdict: 'approve', body: 'Good', headSha })
      .expect(201);

    await plugin.stop();
    plugin = await start();
    expect((await kenji().get(path).expect(200)).body).toMatchObject({
      state: 'approved',
      revision: 2,
    });
    await hanako().post(`${path}/merge`).send({ headSha }).expect(403);
    const merged = (
      await kenji().post(`${path}/merge`).send({ headSha }).expect(200)
    ).body;
    expect(merged).toMatchObject({ state: 'merged', proposal: { headSha } });
    deployed.add('retail.marts.fct_daily_store_sales');
    await plugin.untilState(id, 'deployed');

    const { body } = await hanako().get(`${path}/timeline`);
    expect(
      body.items
        .map((entry: { type: string }) => entry.type)
        .filter((type: string) => type !== 'state-changed'),
    ).toEqual(['submitted', 'proposed', 'updated', 'reviewed', 'merged']);
    expect(
      (await kenji().get(`${path}/changes`).expect(200)).body,
    ).toMatchObject({ mergeable: false, files });
    const again = await hanako()
      .post('/v1/requests')
      .send({ draftId: ulid(), spec })
      .expect(400);
    expect(again.body.error.checks).toMatchObject([{ field: 'name' }]);

    // Under another name it is found as what the repository has now
    const twin = dailySales({ name: 'fct_shop_revenue' });
    const subject = `dataset:${merged.datasetKey}`;
    const duplicates = await hanako()
      .post('/v1/duplicates')
      .send({ spec: twin })
      .expect(200);
    expect(duplicates.body.items[0]).toMatchObject({
      subject,
      name: 'fct_daily_store_sales',
      owner: 'group:default/sales',
      score: 1,
      reasons: expect.arrayContaining([
        {
          en: 'One row stands for the same: sales_month, store_id',
          ja: '粒度（1 行が表すもの）が同じです: sales_month、store_id',
        },
      ]),
    });
    const refused = await hanako()
      .post('/v1/requests')
      .send({ draftId: ulid(), spec: twin })
      .expect(400);
    expect(refused.body.error.checks).toMatchObject([
      { rule: 'likely-duplicate', field: 'differences' },
    ]);
    const differences = [{ subject, reason: 'Without returns / 返品を除く' }];
    await send({ ...twin, differences });
  });

  it('closes the pull request of a withdrawn request and lets the name be asked for again', async () => {
    const { id } = (await send()).body;
    await plugin.untilState(id, 'in-review');
    await plugin.as('hanako').post(`/v1/requests/${id}/withdraw`).expect(200);
    const again = (await send()).body.id;
    expect(again).not.toBe(id);
    await plugin.untilState(again, 'in-review');
    await plugin.stop();
    expect(
      await knex('local_forge_proposals').orderBy('number').pluck('status'),
    ).toEqual(['closed', 'open']);
  });
});
