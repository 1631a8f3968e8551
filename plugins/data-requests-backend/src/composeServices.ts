import type {
  AuditorService,
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SampleSource } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import { DraftStore } from './database/DraftStore';
import { RequestStore } from './database/RequestStore';
import { StepQueue } from './database/StepQueue';
import { TimelineStore } from './database/TimelineStore';
import type { RequestEvaluator } from './evaluation/RequestEvaluator';
import { registerPermissions } from './permissions/registerPermissions';
import { AuthoringService } from './services/AuthoringService';
import { AuthorizedDraftService } from './services/AuthorizedDraftService';
import { AuthorizedPreviewService } from './services/AuthorizedPreviewService';
import { AuthorizedRequestService } from './services/AuthorizedRequestService';
import { CallerResolver } from './services/CallerResolver';
import { PermissionGate } from './services/PermissionGate';
import { ProposalFollower } from './services/ProposalFollower';
import { ReadService } from './services/ReadService';
import { RequestAnnouncer } from './services/RequestAnnouncer';
import { ReviewService } from './services/ReviewService';
import { SubmissionService } from './services/SubmissionService';
import type { Targets } from './targets/Targets';
import { reconcile } from './worker/reconcile';
import { RequestWorker } from './worker/RequestWorker';

/** All that the plugin is made of. */
export interface PluginParts {
  readonly knex: Knex;
  readonly targets: Targets;
  readonly evaluator: RequestEvaluator;
  readonly sampleSources: readonly SampleSource[];
  readonly appBaseUrl: string;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly events: EventsService;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly userInfo: UserInfoService;
}

/** Puts stores, services and the worker together. */
export function composeServices(parts: PluginParts) {
  const { knex, targets, evaluator, logger, auth, auditor } = parts;
  const store = new RequestStore(knex);
  registerPermissions(parts.permissionsRegistry, store);
  const gate = PermissionGate.create(parts);
  const announcer = new RequestAnnouncer(parts);
  const follower = new ProposalFollower({ store, targets, announcer });
  const worker = new RequestWorker({
    logger,
    context: {
      store,
      queue: new StepQueue(knex),
      targets,
      evaluator,
      sampleSources: parts.sampleSources,
      follower,
      announcer,
      auth,
      appBaseUrl: parts.appBaseUrl,
    },
  });
  const onStep = () => worker.wake();
  const authors = { store, targets, evaluator, announcer, onStep };
  const requests = new AuthorizedRequestService({
    gate,
    reading: new ReadService({
      knex,
      store,
      timeline: new TimelineStore(knex),
      targets,
      evaluator,
      follower,
    }),
    submission: new SubmissionService(authors),
    authoring: new AuthoringService(authors),
    reviewing: new ReviewService({
      store,
      targets,
      follower,
      announcer,
      onStep,
    }),
  });
  const stopping = new AbortController();
  let reconciling: Promise<unknown> = Promise.resolve();
  const reconcileRequests = (signal: AbortSignal) =>
    reconcile({ store, follower, logger, signal });
  return {
    requests,
    drafts: new AuthorizedDraftService({
      gate,
      store: new DraftStore(knex),
      requests: store,
    }),
    previews: new AuthorizedPreviewService({ gate, evaluator }),
    callers: CallerResolver.create(parts),
    auditor,
    reconcile: reconcileRequests,
    /** Begins to work; what happened while the portal was down comes first. */
    start() {
      worker.start();
      reconciling = reconcileRequests(stopping.signal).catch(error =>
        logger.error(
          `Requests were not compared with their pull requests at start, next try by schedule: ${stringifyError(
            error,
          )}`,
        ),
      );
    },
    /** Ends once the steps at hand are written down. */
    async stop() {
      stopping.abort();
      await Promise.all([worker.stop(), reconciling]);
    },
  };
}
