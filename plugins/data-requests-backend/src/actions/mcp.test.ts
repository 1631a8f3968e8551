import { mockCredentials } from '@backstage/backend-test-utils';
import localForgeFeatures from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Knex } from 'knex';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ulid } from 'ulid';
import { PEOPLE, type PersonName } from '../__testUtils__/people';
import { retailSamples } from '../__testUtils__/retailSamples';
import { startPlugin } from '../__testUtils__/startPlugin';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import {
  dailySales,
  RETAIL_FILES,
  RETAIL_TARGET,
} from '../evaluation/__testUtils__/retailRepository';
import { dataRequestsPlugin } from '../plugin';

const { databases, describeEach } = createTestDatabases();

describeEach('the actions, called by an agent over MCP', databaseId => {
  let folder: string;
  let knex: Knex;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const clients: Client[] = [];

  beforeAll(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'data-requests-mcp-'));
    for (const [path, text] of Object.entries(RETAIL_FILES)) {
      const file = join(folder, 'seed', path);
      await fs.mkdir(dirname(file), { recursive: true });
      await fs.writeFile(file, text);
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
      withMcp: true,
    });
  });
  afterAll(async () => {
    await Promise.all(clients.map(client => client.close()));
    await plugin?.stop();
    await fs.rm(folder, { recursive: true });
  });

  /** An agent that acts for one person, with that person's token. */
  async function agentOf(name: PersonName) {
    const client = new Client({ name: 'an-agent', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`http://127.0.0.1:${plugin.server.port()}/api/mcp-actions/v1`),
        {
          requestInit: {
            headers: {
              authorization: mockCredentials.user.header(
                PEOPLE[name].actor.userEntityRef,
              ),
            },
          },
        },
      ),
    );
    clients.push(client);
    return {
      listTools: async () =>
        (await client.listTools()).tools.map(tool => tool.name),
      async call(tool: string, args: Record<string, unknown>) {
        const answer = await client.callTool({
          name: `data-requests.${tool}`,
          arguments: args,
        });
        const [content] = answer.content as { type: string; text: string }[];
        return { isError: answer.isError === true, text: content.text };
      },
    };
  }

  /** Tools answer JSON in a block of Markdown. */
  const read = ({ text }: { text: string }) =>
    JSON.parse(text.replace(/^[^{]*/, '').replace(/[^}]*$/, ''));

  it('previews, submits and asks for the status as the person it acts for', async () => {
    const agent = await agentOf('hanako');
    expect(await agent.listTools()).toEqual(
      expect.arrayContaining([
        'data-requests.preview',
        'data-requests.submit',
        'data-requests.status',
      ]),
    );
    const spec = dailySales();
    const preview = await agent.call('preview', { spec });
    expect(preview.isError).toBe(false);
    expect(read(preview)).toMatchObject({
      mayBeSent: true,
      sampleRows: expect.arrayContaining([expect.arrayContaining(['S01'])]),
    });

    const draftId = ulid();
    const [first, second] = await Promise.all([
      agent.call('submit', { draftId, spec }),
      agent.call('submit', { draftId, spec }),
    ]);
    expect(first.isError).toBe(false);
    const { requestId } = read(first);
    expect(read(second).requestId).toBe(requestId);
    await plugin.untilState(requestId, 'in-review');
    expect(read(await agent.call('status', { requestId }))).toMatchObject({
      name: spec.name,
      state: 'in-review',
      pullRequest: 1,
    });
    expect(await knex('requests').pluck('requester')).toEqual([
      PEOPLE.hanako.actor.userEntityRef,
    ]);
  });

  it('says what is wrong with a spec and sends nothing', async () => {
    const agent = await agentOf('hanako');
    const before = await knex('requests').count();
    const answer = await agent.call('submit', {
      spec: { ...dailySales({ name: 'Not A Name' }), owner: '' },
    });
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain('Not A Name');
    const unknown = await agent.call('submit', {
      spec: { ...dailySales(), evil: true },
    });
    expect(unknown.isError).toBe(true);
    expect(unknown.text).toContain('evil');
    expect(await knex('requests').count()).toEqual(before);
  });

  it('lets nobody do by an agent what they may not do themselves', async () => {
    const stranger = await agentOf('stranger');
    for (const [tool, args] of [
      ['preview', { spec: dailySales() }],
      ['submit', { spec: dailySales({ name: 'fct_stranger' }) }],
    ] as const) {
      const answer = await stranger.call(tool, args);
      expect(answer.isError).toBe(true);
      expect(answer.text).toMatch(/not allowed|permission/i);
    }
    const [id] = await knex('requests').pluck('id');
    const status = await stranger.call('status', { requestId: id });
    expect(status.isError).toBe(true);
    const missing = await stranger.call('status', { requestId: ulid() });
    // Whether a request exists is not told to those who may not see it.
    expect(status.text.replace(id, '')).toEqual(
      missing.text.replace(/[0-9A-Z]{26}/, ''),
    );
    expect(await knex('requests').where({ name: 'fct_stranger' })).toEqual([]);
  });
});
