import { randomBytes } from 'node:crypto';
import { until } from '../../lib/process/until.mjs';
import { budgetSpec } from './mart-spec.mjs';

const API = '/api/data-requests';
const TIMEOUT_MS = 60_000;

/** @typedef {import('./enter-portal.mjs').AdopterPortal} AdopterPortal */

/** @param {AdopterPortal} portal */
export async function targetsAnswer({ api }) {
  const { items } = await api.get(`${API}/v1/targets`);
  const [target] = items;
  if (items.length !== 1 || !target.domains.includes('sales')) {
    throw new Error(`The targets are ${JSON.stringify(items)}`);
  }
  return { detail: `domains ${target.domains.join(', ')}` };
}

/** @param {AdopterPortal} portal one without a target */
export async function noTargetAnswers({ api }) {
  const { items } = await api.get(`${API}/v1/targets`);
  if (items.length !== 0) {
    throw new Error(`The targets are ${JSON.stringify(items)}`);
  }
  return {};
}

/** @param {AdopterPortal} portal */
export async function openApiIsServed({ api }) {
  const document = await api.get(`${API}/openapi.json`);
  const count = Object.keys(document.paths ?? {}).length;
  if (!document.openapi?.startsWith('3.1') || count === 0) {
    throw new Error('It is no OpenAPI 3.1 document with paths');
  }
  return { detail: `${count} paths` };
}

/**
 * @param {AdopterPortal} portal
 * @param {string} target folder of the portal
 */
export async function previewWorks({ api }, target) {
  const { items } = await api.get(`${API}/v1/targets/data-platform/datasets`);
  const campaigns = items.find(({ name }) => name === 'stg_crm__campaigns');
  const spec = budgetSpec(target, campaigns.key);
  let blocking;
  // The catalog reads its groups some time after the start.
  const preview = await until(
    async () => {
      const found = await api.post(`${API}/v1/preview`, { spec });
      blocking = found.checks.filter(isBlocking);
      return blocking.length === 0 && found;
    },
    { timeoutMs: TIMEOUT_MS, intervalMs: 500 },
  );
  if (!preview) {
    throw new Error(`Checks failed: ${JSON.stringify(blocking, undefined, 2)}`);
  }
  if (preview.sample.status !== 'unavailable') {
    throw new Error('There are sample rows, though nothing brings any');
  }
  const count = preview.changeSet.files.length;
  return { spec, detail: `${count} files; ${preview.sample.reason.en}` };
}

function isBlocking({ status, severity }) {
  return status === 'failed' && severity === 'error';
}

/**
 * @param {AdopterPortal} portal
 * @param {object} spec
 */
export async function requestIsProposed({ api }, spec) {
  const { id } = await api.post(`${API}/v1/requests`, {
    draftId: newUlid(),
    spec,
  });
  const request = await until(
    async () => {
      const found = await api.get(`${API}/v1/requests/${id}`);
      return (found.proposal || found.state === 'failed') && found;
    },
    { timeoutMs: TIMEOUT_MS, intervalMs: 100 },
  );
  if (request?.state !== 'in-review') {
    throw new Error(`The request is ${JSON.stringify(request)}`);
  }
  return { request, detail: request.proposal.branch };
}

function newUlid() {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const random = [...randomBytes(16)].map(byte => alphabet[byte % 32]).join('');
  return `01ARZ3NDEK${random}`;
}
