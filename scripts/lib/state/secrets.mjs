import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.mjs';

/**
 * The secrets that outlive a start: made once, kept readable by their owner
 * only.
 *
 * @param {string} stateDirectory
 * @returns {{ postgresPassword: string }}
 */
export function keptSecrets(stateDirectory) {
  const path = secretsFile(stateDirectory);
  const kept = readJson(path) ?? {};
  if (kept.postgresPassword) {
    return kept;
  }
  const secrets = { postgresPassword: randomSecret() };
  writeJson(path, secrets, { mode: 0o600 });
  return secrets;
}

/** @param {string} stateDirectory */
export function secretsFile(stateDirectory) {
  return join(stateDirectory, 'secrets.json');
}

/** 256 random bits in letters that need no quoting anywhere. */
export function randomSecret() {
  return randomBytes(32).toString('base64url');
}
