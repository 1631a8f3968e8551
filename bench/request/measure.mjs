import { createRequire } from 'node:module';
import { repositoryRoot } from '../../scripts/lib/checkout.mjs';
import { until } from '../../scripts/lib/process/until.mjs';

const { ulid } = createRequire(`${repositoryRoot}/package.json`)('ulid');

const API = '/data-requests/v1';
const PATIENCE_MS = 60_000;

/** Milliseconds that `work` takes. */
export async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** One preview as the form asks for it; sample rows are part of the answer. */
export async function preview(person, spec) {
  const answer = await person.call('POST', `${API}/preview`, { spec });
  if (answer.sample.status !== 'available') {
    throw new Error(`No sample rows: ${answer.sample.reason.en}`);
  }
  return answer;
}

/** Sends a spec; answers the request, whose pull request is yet to come. */
export function submit(person, spec) {
  return person.call('POST', `${API}/requests`, { draftId: ulid(), spec });
}

/**
 * Sends a spec and waits for its pull request.
 * @returns {Promise<object>} the request, in review
 */
export async function propose(person, spec) {
  const { id } = await submit(person, spec);
  return person.untilState(id, 'in-review');
}

/** Approves, merges, and waits until the catalog shows the dataset. */
export async function mergeAndFind(engineer, request) {
  const { id, datasetKey, proposal } = request;
  const { headSha } = proposal;
  await engineer.call('POST', `${API}/requests/${id}/reviews`, {
    verdict: 'approve',
    headSha,
  });
  return timed(async () => {
    await engineer.call('POST', `${API}/requests/${id}/merge`, { headSha });
    const found = await until(
      () => engineer.finds(`resource/default/${datasetKey}`),
      { timeoutMs: PATIENCE_MS },
    );
    if (!found) {
      throw new Error(`${datasetKey} did not come into the catalog`);
    }
  });
}
