import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  createOpenApiDocument,
  parseInput,
  type Contract,
  type Operation,
  type OperationResult,
  type ParsedInput,
} from '@suido/http-contract';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import { explainUnreadableBody } from './explainUnreadableBody';

/** Who calls: a person, or a plugin or machine with a service token. @public */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** What a handler knows beside its parsed input. @public */
export interface HandlerContext {
  readonly credentials: CallerCredentials;
  /** For the auditor only; everything else comes parsed. */
  readonly request: Request;
}

/** One handler per operation of the contract. @public */
export type ContractHandlers<TContract extends Contract> = {
  readonly [K in keyof TContract['operations']]: (
    input: ParsedInput<TContract['operations'][K]>,
    context: HandlerContext,
  ) => Promise<OperationResult<TContract['operations'][K]>>;
};

type AnyHandler = (
  input: ParsedInput<Operation>,
  context: HandlerContext,
) => Promise<unknown>;

/**
 * Serves a contract: authenticates, parses, calls the handler, answers.
 *
 * @remarks
 * Also serves the contract's own document at `/openapi.json`. A path that the
 * contract does not know answers 404 in Backstage's error shape. Errors are
 * left to Backstage's error middleware.
 * @public
 */
export function createContractRouter<TContract extends Contract>(
  contract: TContract,
  handlers: ContractHandlers<TContract>,
  options: { httpAuth: HttpAuthService; bodyLimit?: string },
): express.Router {
  const router = Router();
  const limit = options.bodyLimit ?? '1mb';
  router.use(express.json({ limit }));
  router.use(explainUnreadableBody(limit));
  const document = createOpenApiDocument(contract);
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  for (const [name, operation] of Object.entries(contract.operations)) {
    const handler = handlers[name] as AnyHandler;
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
    router[operation.method](path, async (request, response) => {
      const credentials = await options.httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const input = parseInput(operation, {
        params: request.params,
        query: request.query,
        body: request.body,
      });
      const result = await handler(input, { credentials, request });
      response.status(operation.status);
      if (operation.response) {
        response.json(result);
      } else {
        response.end();
      }
    });
  }
  router.use((request: Request) => {
    throw new NotFoundError(
      `${contract.title} has no ${request.method} ${request.path}; see /api/${contract.pluginId}/openapi.json`,
    );
  });
  return router;
}
