import {
  AuthenticationError,
  InputError,
  isError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import { timingSafeEqual } from 'crypto';
import express, {
  type ErrorRequestHandler,
  type RequestHandler,
} from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { DatasetState, Run } from '../warehouse/StateStore';
import type { SampleTable } from '../warehouse/Sampler';

/** Most rows that a sample may have. */
const SAMPLE_ROW_LIMIT = 10_000;
const MAX_COLUMNS = 1_000;

/** What the HTTP API answers from. */
export interface Platform {
  readonly namespace: string;
  readonly commit: () => string | undefined;
  readonly datasets: () => readonly DatasetState[];
  readonly runs: () => Promise<readonly Run[]>;
  sample(
    name: string,
    columns: readonly string[],
    limit: number,
  ): Promise<SampleTable>;
}

const sampleRequestSchema = z.strictObject({
  namespace: z.string(),
  name: z.string().max(1024),
  columns: z.array(z.string().min(1).max(255)).min(1).max(MAX_COLUMNS),
  limit: z
    .number()
    .int()
    .min(1)
    .max(SAMPLE_ROW_LIMIT)
    .default(SAMPLE_ROW_LIMIT),
});

const STATUS_CODES: ReadonlyMap<string, number> = new Map([
  ['InputError', 400],
  ['AuthenticationError', 401],
  ['NotFoundError', 404],
]);

/** Errors as Backstage writes them; four arguments make it such a handler. */
const answerError: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const statusCode = statusCodeOf(error);
  const { name, message } = isError(error)
    ? serializeError(error)
    : { name: 'Error', message: String(error) };
  res.status(statusCode).json({
    error: { name, message },
    request: { method: req.method, url: req.path },
    response: { statusCode },
  });
};

function statusCodeOf(error: unknown): number {
  if (!isError(error)) {
    return 500;
  }
  // Errors of the body parser bring their own code
  const own = error.statusCode;
  return STATUS_CODES.get(error.name) ?? (typeof own === 'number' ? own : 500);
}

/** The platform's HTTP API. */
export function createApp(platform: Platform, token: string): express.Express {
  const router = Router();
  router.get('/health', (_, res) => {
    res.json({ status: 'ok', commit: platform.commit() });
  });
  router.use(requireToken(token));
  router.use(express.json({ limit: '256kb' }));

  router.get('/v1/datasets', (_, res) => {
    res.json({
      items: platform.datasets().map(({ columns, ...state }) => ({
        namespace: platform.namespace,
        ...state,
        columns: columns.map(({ name, type }) => ({ name, type })),
      })),
    });
  });
  router.get('/v1/runs', async (_, res) => {
    res.json({ items: await platform.runs() });
  });
  router.post('/v1/sample', async (req, res) => {
    const parsed = sampleRequestSchema.safeParse(req.body);
    if (!parsed.success) {
      throw new InputError(`Invalid request: ${z.prettifyError(parsed.error)}`);
    }
    const { namespace, name, columns, limit } = parsed.data;
    if (namespace !== platform.namespace) {
      throw new NotFoundError(`There is no namespace ${namespace} here`);
    }
    res.json(await platform.sample(name, columns, limit));
  });
  router.use(req => {
    throw new NotFoundError(`There is no ${req.method} ${req.path}`);
  });

  const app = express();
  app.disable('x-powered-by');
  app.use(router);
  app.use(answerError);
  return app;
}

function requireToken(token: string): RequestHandler {
  const expected = Buffer.from(`Bearer ${token}`);
  return (req, _, next) => {
    const given = Buffer.from(req.headers.authorization ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new AuthenticationError('A bearer token of the platform is needed');
    }
    next();
  };
}
