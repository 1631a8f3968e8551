import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { createContractClient, defineContract } from '@suido/http-contract';
import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { z } from 'zod';
import { createContractRouter } from './createContractRouter';

const contract = defineContract({
  pluginId: 'shelf',
  title: 'Shelf',
  version: '1.0.0',
  operations: {
    getBook: {
      method: 'get',
      path: '/v1/books/{title}',
      summary: 'One book',
      params: z.object({ title: z.string().max(40) }),
      query: z.object({
        page: z.coerce.number().int().default(1),
        tag: z.union([z.string(), z.array(z.string())]).optional(),
      }),
      status: 200,
      response: z.object({
        title: z.string(),
        page: z.number(),
        tags: z.array(z.string()),
      }),
    },
    putBook: {
      method: 'put',
      path: '/v1/books/{title}',
      summary: 'Writes a book',
      params: z.object({ title: z.string() }),
      body: z.strictObject({ pages: z.array(z.string()).max(2) }),
      status: 204,
    },
  },
});

function startShelf() {
  const written: string[][] = [];
  const app = express();
  app.use(
    '/api/shelf',
    createContractRouter(
      contract,
      {
        async getBook({ params, query }) {
          if (params.title === 'lost') {
            throw new NotFoundError('No book "lost"');
          }
          return {
            title: params.title,
            page: query.page,
            tags: [query.tag ?? []].flat(),
          };
        },
        async putBook({ body }) {
          written.push(body.pages);
        },
      },
      { httpAuth: mockServices.httpAuth() },
    ),
  );
  app.use(mockErrorHandler());
  return { app, written };
}

describe('createContractRouter', () => {
  it('answers what the client of the same contract asks', async () => {
    const { app, written } = startShelf();
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const client = createContractClient(contract, {
        discoveryApi: {
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        },
        fetchApi: { fetch },
      });
      const title = '水道 / 100% "ok"?';
      await expect(
        client.getBook({ params: { title }, query: { tag: ['a', 'b&c'] } }),
      ).resolves.toEqual({ title, page: 1, tags: ['a', 'b&c'] });
      await client.putBook({ params: { title }, body: { pages: ['one'] } });
      expect(written).toEqual([['one']]);
      await expect(
        client.getBook({ params: { title: 'lost' } }),
      ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 404 });
    } finally {
      server.close();
    }
  });

  it('refuses bad input with the field and writes nothing', async () => {
    const { app, written } = startShelf();
    const put = (body: string) =>
      request(app)
        .put('/api/shelf/v1/books/x')
        .set('content-type', 'application/json')
        .send(body);

    const wrongType = await put('{"pages":["a",2]}');
    expect(wrongType.status).toBe(400);
    expect(wrongType.body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('body.pages.1'),
    });
    expect((await put('{"pages":[],"evil":1}')).status).toBe(400);
    for (const body of ['{not json', '"text"']) {
      const unreadable = await put(body);
      expect(unreadable.status).toBe(400);
      expect(unreadable.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('not a JSON object'),
      });
    }
    const oversized = await put(JSON.stringify({ pages: ['x'.repeat(2e6)] }));
    expect(oversized.status).toBe(413);
    expect(oversized.body.error.message).toContain('larger than 1mb');
    expect(
      (await request(app).get('/api/shelf/v1/books/x?page=first')).body.error
        .message,
    ).toContain('query.page');
    expect(written).toEqual([]);
  });

  it('tells its own document, and that a path is not in it', async () => {
    const { app } = startShelf();
    const document = (await request(app).get('/api/shelf/openapi.json')).body;
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths['/v1/books/{title}'])).toEqual([
      'get',
      'put',
    ]);
    const unknown = await request(app).get('/api/shelf/v2/books');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('/api/shelf/openapi.json');
  });
});
