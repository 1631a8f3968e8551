import type {
  AuthService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  Forge,
  SampleSource,
} from '@suido/backstage-plugin-data-requests-node';
import type { RequestEvaluator } from './evaluation/RequestEvaluator';
import type { TargetConfig } from './targets/TargetConfig';

/** Makes the evaluator from what configuration and modules brought. */
export type EvaluatorFactory = (parts: {
  configs: readonly TargetConfig[];
  forges: ReadonlyMap<string, Forge>;
  sampleSources: readonly SampleSource[];
  auth: AuthService;
  catalog: CatalogService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}) => Promise<RequestEvaluator>;
