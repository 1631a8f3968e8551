import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { answerServerGone, audited } from '@suido/backend-kit';
import { Router, type Request } from 'express';
import {
  pushSnapshotQuerySchema,
  type SourceRun,
} from '@suido/backstage-plugin-data-catalog-common';
import type { PushLimits } from '../config/CatalogConfig';
import { presentRun } from '../database/SourceStore';
import type { PushService } from './PushService';
import { readLines } from './readLines';

/** What the route of pushes calls. */
export interface PushRouterOptions {
  readonly push: PushService;
  readonly limits: PushLimits;
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
}

/**
 * `PUT /v1/sources/{source}/snapshot`: JSON Lines, as they are or gzipped,
 * streamed into the stage. Stands before the routes of the contract, whose
 * parser of bodies would read it whole.
 */
export function createPushRouter(options: PushRouterOptions): Router {
  const router = Router();
  router.put('/v1/sources/:source/snapshot', (request, response, next) => {
    takeIn(request, options)
      .then(run => response.json(run))
      .catch(next);
  });
  router.use(answerServerGone);
  return router;
}

async function takeIn(
  request: Request,
  { push, limits, httpAuth, auditor }: PushRouterOptions,
): Promise<SourceRun> {
  const credentials = await httpAuth.credentials(request, {
    allow: ['service'],
  });
  const { source } = request.params;
  const { subject } = credentials.principal;
  const run = await audited(
    auditor,
    { eventId: 'snapshot-push', request, meta: { source, subject } },
    async () => {
      push.requirePusher(source, subject);
      return push.push(
        source,
        readQuery(request),
        readLines(request, readEncoding(request), limits),
        untilGone(request),
      );
    },
    ended => ({ run: ended.id, state: ended.state }),
  );
  return presentRun(run, 'all');
}

function readQuery(request: Request) {
  const query = pushSnapshotQuerySchema.safeParse(request.query);
  if (!query.success) {
    const [{ path, message }] = query.error.issues;
    throw new InputError(
      `query.${path.join(
        '.',
      )}: ${message}; write ?mode=full|delta&takenAt=2026-11-20T03:00:00Z.`,
    );
  }
  return query.data;
}

function readEncoding(request: Request): 'gzip' | 'identity' {
  const encoding = request.header('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new InputError(
      `Content-Encoding is '${encoding}'; send the lines as they are, or with gzip.`,
    );
  }
  return encoding;
}

/** Aborted once whoever pushes is gone before the end of the body. */
function untilGone(request: Request): AbortSignal {
  const gone = new AbortController();
  request.once('close', () => {
    if (!request.complete) {
      gone.abort(
        new Error('The connection broke in the middle; push it again.'),
      );
    }
  });
  return gone.signal;
}
