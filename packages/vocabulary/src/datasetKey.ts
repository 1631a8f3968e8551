import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { DatasetId } from './DatasetId';

const SLUG_LENGTH_CHARS = 50;
const DIGEST_LENGTH_CHARS = 10;

/** Form of every key that {@link datasetKey} returns. @public */
export const DATASET_KEY_PATTERN =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,49})-)?[0-9a-f]{10}$/;

/**
 * The public key of a dataset: its entity name, its URL and its API path.
 *
 * @remarks
 * A readable slug of the last part of the name, cut to 50 characters, `-`, and
 * 10 hex digits of SHA-256 over namespace and name. A name without Latin
 * letters or digits gives the digits alone. Pure and stable: the same dataset
 * has the same key in every process.
 *
 * @param id - the dataset
 * @returns at most 61 characters, a valid Backstage entity name
 * @public
 */
export function datasetKey(id: DatasetId): string {
  const lastPart = id.name.split('.').at(-1) ?? id.name;
  const slug = lastPart
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH_CHARS)
    .replace(/^-+|-+$/g, '');
  const digest = bytesToHex(
    sha256(utf8ToBytes(`${id.namespace}\n${id.name}`)),
  ).slice(0, DIGEST_LENGTH_CHARS);
  return slug ? `${slug}-${digest}` : digest;
}
