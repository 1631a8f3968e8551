import { createDefaultEvaluator } from './createDefaultEvaluator';
import { createDataRequestsPlugin } from './createPlugin';

/** Typed requests for data that end in a pull request. @public */
export const dataRequestsPlugin = createDataRequestsPlugin(
  createDefaultEvaluator,
);
