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
import { CallerResolver, PermissionGate } from '@suido/backend-kit';
import { requestReadPermission } from '@suido/backstage-plugin-data-requests-common';
import type { SampleSource } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import { DraftStore } from './database/DraftStore';
import { RequestStore } from './database/RequestStore';
import { RevisionStore } from './database/RevisionStore';
import { ReuseStore } from './database/ReuseStore';
import { StepQueue } from './database/StepQueue';
import { TimelineStore } from './database/TimelineStore';
import { DuplicateFinder } from './duplicates/DuplicateFinder';
import { CommentFields } from './effect/CommentFields';
import { EffectComputer } from './effect/EffectComputer';
import type { RequestEvaluator } from './evaluation/RequestEvaluator';
import { requestResourceRef } from './permissions/requestResource';
import { registerPermissions } from './permissions/registerPermissions';
import { AuthoringService } from './services/AuthoringService';
import { AuthorizedDraftService } from './services/AuthorizedDraftService';
import { AuthorizedDuplicateService } from './services/AuthorizedDuplicateService';
import { AuthorizedPreviewService } from './services/AuthorizedPreviewService';
import { AuthorizedRequestService } from './services/AuthorizedRequestService';
import { DuplicateService } from './services/DuplicateService';
import { EvaluationCache } from './services/EvaluationCache';
import { ProposalFollower } from './services/ProposalFollower';
import { ReadService } from './services/ReadService';
import { RequestAnnouncer } from './services/RequestAnnouncer';
import { RequestHistory } from './services/RequestHistory';
import { ReviewService } from './services/ReviewService';
import { SubmissionService } from './services/SubmissionService';
import { SuggestionService } from './services/SuggestionService';
import { WaitingService } from './services/WaitingService';
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
  const gate = PermissionGate.create({
    ...parts,
    resourceRef: requestResourceRef,
    readPermission: requestReadPermission,
  });
  const announcer = new RequestAnnouncer(parts);
  const revisions = new RevisionStore(knex);
  const timeline = new TimelineStore(knex);
  const follower = new ProposalFollower({
    store,
    revisions,
    targets,
    announcer,
  });
  const worker = new RequestWorker({
    logger,
    context: {
      store,
      revisions,
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
  const duplicates = new DuplicateService({
    finder: new DuplicateFinder({ knex, evaluator, logger }),
    readable: credentials => gate.readableOrNone(credentials),
  });
  const requests = new AuthorizedRequestService({
    gate,
    duplicates,
    waiting: new WaitingService({ knex, gate }),
    reading: new ReadService({
      knex,
      store,
      timeline,
      targets,
      evaluator,
      evaluations: new EvaluationCache(),
      fields: new CommentFields({ targets, logger }),
      follower,
    }),
    submission: new SubmissionService({
      ...authors,
      duplicates,
      mayRead: async (id, { credentials }) => {
        const [isReadable] = await gate.allows(
          id,
          [requestReadPermission],
          credentials,
        );
        return isReadable;
      },
    }),
    authoring: new AuthoringService(authors),
    reviewing: new ReviewService({
      store,
      targets,
      follower,
      announcer,
      onStep,
    }),
    suggestions: new SuggestionService({ store, targets, follower }),
    history: new RequestHistory({
      store,
      revisions,
      timeline,
      targets,
      effects: new EffectComputer({ evaluator }),
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
      store: new DraftStore(knex, logger),
      requests: store,
      reuses: new ReuseStore(knex),
      duplicates,
    }),
    duplicates: new AuthorizedDuplicateService({ gate, duplicates }),
    previews: new AuthorizedPreviewService({ gate, evaluator, duplicates }),
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
