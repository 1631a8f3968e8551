import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Caller } from '@suido/backend-kit';
import { LocalForge } from '@suido/backstage-plugin-data-requests-backend-module-local-forge';
import {
  requestChangedEventSchema,
  type RequestChangedEvent,
} from '@suido/backstage-plugin-data-requests-common';
import type { ForgeActor } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import { join } from 'node:path';
import { FakeEvaluator } from '../../__testUtils__/FakeEvaluator';
import { RequestStore } from '../../database/RequestStore';
import { RevisionStore } from '../../database/RevisionStore';
import { StepQueue } from '../../database/StepQueue';
import { TimelineStore } from '../../database/TimelineStore';
import { AuthoringService } from '../../services/AuthoringService';
import { ProposalFollower } from '../../services/ProposalFollower';
import { RequestAnnouncer } from '../../services/RequestAnnouncer';
import { ReviewService } from '../../services/ReviewService';
import { SubmissionService } from '../../services/SubmissionService';
import type { TargetConfig } from '../../targets/TargetConfig';
import { Targets } from '../../targets/Targets';
import { reconcile } from '../../worker/reconcile';
import { RequestWorker, type WorkerTimes } from '../../worker/RequestWorker';

const TARGET: TargetConfig = {
  id: 'data-platform',
  title: 'Data platform',
  forge: 'local-forge',
  repository: 'data-platform',
  baseBranch: 'main',
  projectPath: 'transform',
  kind: 'dbt',
  dialect: 'duckdb',
  datasetNamespace: 'duckdb://demo',
  database: 'retail',
  schema: 'marts',
  allowedPaths: ['transform/models/marts'],
  reviewersFallback: ['group:default/data-engineering'],
};

export const HANAKO = person('hanako.sato', 'sales');
export const KENJI = person('kenji.tanaka', 'data-engineering');

function person(name: string, group: string): Caller {
  const userEntityRef = `user:default/${name}`;
  const user: ForgeActor = {
    userEntityRef,
    displayName: name,
    ownershipEntityRefs: [userEntityRef, `group:default/${group}`],
  };
  const principal = { type: 'user', userEntityRef };
  return {
    user,
    credentials: { $$type: '@backstage/BackstageCredentials', principal },
  };
}

/** Where the repositories of a small portal are; `seed` is a folder beside it. */
export function forgeConfig(folder: string) {
  return {
    directory: join(folder, 'forge'),
    host: 'local-forge.suido.dev',
    repositories: [
      {
        name: TARGET.repository,
        defaultBranch: 'main',
        seedFrom: join(folder, 'seed'),
      },
    ],
    owners: new Map<string, string | undefined>(),
  };
}

/**
 * Services and worker over a database and a folder of git repositories, as a
 * backend has them, without the backend. Nothing starts by itself.
 */
export function createSmallPortal(options: {
  knex: Knex;
  folder: string;
  /** What is logged as a warning or an error. */
  log?: string[];
  /** Told of each change of state, once it is stored. */
  onChange?: (event: RequestChangedEvent) => void;
}) {
  const { knex, log = [], onChange = () => {} } = options;
  const logger: LoggerService = {
    error: message => log.push(message),
    warn: message => log.push(message),
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  const auth: Pick<AuthService, 'getOwnServiceCredentials'> = {
    getOwnServiceCredentials: async () => ({
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'service', subject: 'plugin:data-requests' },
    }),
  };
  const forge = new LocalForge(forgeConfig(options.folder), knex);
  const targets = Targets.create({
    configs: [TARGET],
    forges: new Map([[TARGET.forge, forge]]),
  });
  const store = new RequestStore(knex);
  const revisions = new RevisionStore(knex);
  const timeline = new TimelineStore(knex);
  const evaluator = new FakeEvaluator();
  const announcer = new RequestAnnouncer({
    logger,
    events: {
      publish: async ({ eventPayload }) =>
        onChange(requestChangedEventSchema.parse(eventPayload)),
      subscribe: async () => {},
    },
    notifications: { send: async () => {} },
  });
  const follower = new ProposalFollower({
    store,
    revisions,
    targets,
    announcer,
  });
  const onStep = () => {};
  const authors = { store, targets, evaluator, announcer, onStep };
  const createWorker = (times?: WorkerTimes) =>
    new RequestWorker({
      logger,
      times,
      context: {
        store,
        revisions,
        queue: new StepQueue(knex),
        targets,
        evaluator,
        sampleSources: [],
        follower,
        announcer,
        auth: auth as AuthService,
        appBaseUrl: 'https://portal.example',
      },
    });
  return {
    knex,
    log,
    forge,
    repository: targets.get(TARGET.id).repository,
    store,
    timeline,
    createWorker,
    submission: new SubmissionService({
      ...authors,
      duplicates: { unanswered: async () => [] },
      mayRead: async () => true,
    }),
    authoring: new AuthoringService(authors),
    reviewing: new ReviewService({ ...authors, follower }),
    reconcile: () => reconcile({ store, follower, logger }),
    /** Carries out the one step that is due, with a worker of its own. */
    async runStep() {
      const worker = createWorker();
      worker.wake();
      await worker.stop();
    },
  };
}

export type SmallPortal = ReturnType<typeof createSmallPortal>;
