import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import type { Contract, Operation, StreamOperation } from './contract';

const errorSchema = z
  .object({
    error: z.object({ name: z.string(), message: z.string() }),
    request: z.object({ method: z.string(), url: z.string() }).optional(),
    response: z.object({ statusCode: z.number().int() }),
  })
  .meta({ id: 'Error' });

/**
 * The OpenAPI 3.1 document of a contract.
 * @public
 */
export function createOpenApiDocument(
  contract: Contract,
): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [operationId, operation] of Object.entries(contract.operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operationId, operation),
    };
  }
  for (const [operationId, stream] of Object.entries(contract.streams ?? {})) {
    paths[stream.path] = {
      ...paths[stream.path],
      [stream.method]: {
        ...describeOperation(operationId, stream),
        ...describeStream(stream),
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: contract.title, version: contract.version },
    servers: [{ url: `/api/${contract.pluginId}` }],
    paths,
  });
}

function describeStream({ contentType }: StreamOperation) {
  return {
    requestBody: {
      required: true,
      content: { [contentType]: { schema: { type: 'string' as const } } },
    },
  };
}

function describeOperation(operationId: string, operation: Operation) {
  return {
    operationId,
    summary: operation.summary,
    description: operation.permission
      ? `Permission: \`${operation.permission}\``
      : undefined,
    requestParams: {
      ...(operation.params && { path: operation.params }),
      ...(operation.query && { query: operation.query }),
    },
    requestBody: operation.body && {
      required: true,
      content: { 'application/json': { schema: operation.body } },
    },
    responses: {
      [String(operation.status) as `${1 | 2 | 3 | 4 | 5}${string}`]: {
        description: 'Success',
        ...(operation.response && {
          content: { 'application/json': { schema: operation.response } },
        }),
      },
      default: {
        description: 'An error in the shape of Backstage',
        content: { 'application/json': { schema: errorSchema } },
      },
    },
  };
}
