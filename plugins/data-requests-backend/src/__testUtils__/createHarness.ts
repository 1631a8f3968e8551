import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { SampleSource } from '@suido/backstage-plugin-data-requests-node';
import type { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';
import { RequestStore } from '../database/RequestStore';
import { RevisionStore } from '../database/RevisionStore';
import { StepQueue } from '../database/StepQueue';
import { TimelineStore } from '../database/TimelineStore';
import { DuplicateFinder } from '../duplicates/DuplicateFinder';
import { CommentFields } from '../effect/CommentFields';
import { EffectComputer } from '../effect/EffectComputer';
import { AuthoringService } from '../services/AuthoringService';
import { DuplicateService } from '../services/DuplicateService';
import { EvaluationCache } from '../services/EvaluationCache';
import { ProposalFollower } from '../services/ProposalFollower';
import { ReadService } from '../services/ReadService';
import { RequestAnnouncer } from '../services/RequestAnnouncer';
import { RequestHistory } from '../services/RequestHistory';
import { ReviewService } from '../services/ReviewService';
import { SubmissionService } from '../services/SubmissionService';
import { SuggestionService } from '../services/SuggestionService';
import type { TargetConfig } from '../targets/TargetConfig';
import { Targets } from '../targets/Targets';
import { reconcile } from '../worker/reconcile';
import { RequestWorker } from '../worker/RequestWorker';
import { FakeEvaluator } from './FakeEvaluator';
import { FakeForge } from './FakeForge';

export const TARGET: TargetConfig = {
  id: 'data-platform',
  title: 'Data platform',
  forge: 'fake',
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

/** Services and worker on a real database, with a forge in memory. */
export async function createHarness(knex: Knex) {
  await openDatabase(mockServices.database({ knex }));
  const logger = mockServices.logger.mock();
  const auth = mockServices.auth({ pluginId: 'data-requests' });
  const forge = new FakeForge();
  const evaluator = new FakeEvaluator();
  const events: EventParams[] = [];
  let onEvent: () => unknown = () => {};
  const notifications: NotificationSendOptions[] = [];
  const sampleSources: SampleSource[] = [];
  const targets = Targets.create({
    configs: [TARGET],
    forges: new Map([['fake', forge]]),
  });
  const announcer = new RequestAnnouncer({
    logger,
    events: {
      publish: async params => {
        events.push(params);
        onEvent();
      },
      subscribe: async () => {},
    },
    notifications: {
      send: async options => {
        notifications.push(options);
      },
    },
  });
  const store = new RequestStore(knex);
  const timeline = new TimelineStore(knex);
  const queue = new StepQueue(knex);
  const revisions = new RevisionStore(knex);
  const follower = new ProposalFollower({
    store,
    revisions,
    targets,
    announcer,
  });
  const duplicates = new DuplicateService({
    finder: new DuplicateFinder({ knex, evaluator, logger }),
    readable: async () => 'all',
  });
  const clock = { now: 0 };
  const onStep = () => {};
  const createWorker = () =>
    new RequestWorker({
      logger,
      context: {
        store,
        revisions,
        queue,
        targets,
        evaluator,
        sampleSources,
        follower,
        announcer,
        auth,
        appBaseUrl: 'https://portal.example',
      },
    });
  return {
    knex,
    logger,
    forge,
    evaluator,
    events,
    notifications,
    sampleSources,
    store,
    revisions,
    queue,
    follower,
    announcer,
    timeline,
    duplicates,
    createWorker,
    submission: new SubmissionService({
      store,
      targets,
      evaluator,
      announcer,
      onStep,
      duplicates,
      mayRead: async () => true,
    }),
    authoring: new AuthoringService({
      store,
      targets,
      evaluator,
      announcer,
      onStep,
    }),
    reviewing: new ReviewService({
      store,
      targets,
      follower,
      announcer,
      onStep,
    }),
    reading: new ReadService({
      knex,
      store,
      timeline,
      targets,
      evaluator,
      evaluations: new EvaluationCache({ now: () => clock.now }),
      fields: new CommentFields({ targets, logger }),
      follower,
    }),
    suggestions: new SuggestionService({ store, targets, follower }),
    history: new RequestHistory({
      store,
      revisions,
      timeline,
      targets,
      effects: new EffectComputer({ evaluator }),
    }),
    clock,
    reconcile: () => reconcile({ store, follower, logger }),
    /** Ends once so many events were published. */
    async untilEvents(count: number) {
      await new Promise<void>(resolve => {
        onEvent = () => events.length >= count && resolve();
        onEvent();
      });
    },
    /** Carries out the one step that is due, with a worker of its own. */
    async runStep() {
      const worker = createWorker();
      worker.wake();
      await worker.stop();
    },
    /** As if the pause of a postponed step, or the lease of a dead worker, ended. */
    async letTimePass() {
      await knex('requests').update({
        step_after: knex.fn.now(),
        lease_until: null,
      });
    },
    async types(id: string) {
      return (await timeline.list(id)).map(entry => entry.type);
    },
  };
}

export type Harness = Awaited<ReturnType<typeof createHarness>>;
