import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.mjs';

/**
 * The secrets that outlive a start: made once, kept readable by their owner
 * only.
 *
 * @param {string} stateDirectory
 * @returns {{ postgresPassword: string, backendSecret: string }}
 */
export function keptSecrets(stateDirectory) {
  const path = secretsFile(stateDirectory);
  const kept = readJson(path) ?? {};
  const secrets = {
    postgresPassword: kept.postgresPassword ?? randomSecret(),
    backendSecret: kept.backendSecret ?? randomSecret(),
  };
  if (
    secrets.postgresPassword !== kept.postgresPassword ||
    secrets.backendSecret !== kept.backendSecret
  ) {
    writeJson(path, secrets, { mode: 0o600 });
  }
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
