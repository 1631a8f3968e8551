import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inspectFile } from './inspect-file.mjs';

const READABLE = /\.(json|jsonl|ndjson|ya?ml)(\.gz)?$/i;

// Of what is no artifact a folder may hold any amount.
const OF_NO_KIND = new Set(['unknown-kind', 'unknown-text']);

/**
 * Every file below a folder that may be an artifact, in the order of names;
 * hidden folders and `node_modules` are passed over.
 *
 * @param {typeof import('../../../packages/dbt-artifacts/src')} artifacts
 * @param {{ path: string, file: string, limitBytes?: number }} options
 * @returns {Promise<{
 *   understood: import('./inspect-file.mjs').Inspected[],
 *   notUnderstood: import('./inspect-file.mjs').NotUnderstood[],
 *   others: number }>}
 */
export async function inspectFolder(artifacts, { path, file, limitBytes }) {
  const result = { understood: [], notUnderstood: [], others: 0 };
  for (const name of namesBelow(path)) {
    const inspected = await inspectFile(artifacts, {
      path: join(path, name),
      file: join(file, name),
      limitBytes,
    });
    if (!('code' in inspected)) {
      result.understood.push(inspected);
    } else if (OF_NO_KIND.has(inspected.code)) {
      result.others++;
    } else {
      result.notUnderstood.push(inspected);
    }
  }
  return result;
}

function* namesBelow(folder, prefix = '') {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = join(prefix, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
        yield* namesBelow(folder, name);
      }
    } else if (entry.isFile() && READABLE.test(entry.name)) {
      yield name;
    }
  }
}
