import { finishStep } from '../finishStep';
import type { StepRunner } from '../StepContext';

/**
 * Waits until the warehouse has the dataset of a merged request. Where no
 * source speaks for its namespace nobody can tell, and it stays `merged`.
 */
export const awaitDeploy: StepRunner = async (claim, context) => {
  const { dataset } = claim.request;
  const source = context.sampleSources.find(each =>
    each.accepts(dataset.namespace),
  );
  if (!source) {
    await finishStep(claim, context, () => ({ patch: {} }));
    return 'done';
  }
  const revision = await source.revision(dataset, {
    credentials: await context.auth.getOwnServiceCredentials(),
  });
  if (revision === undefined) {
    return 'wait';
  }
  await finishStep(claim, context, () => ({ patch: { state: 'deployed' } }));
  return 'done';
};
