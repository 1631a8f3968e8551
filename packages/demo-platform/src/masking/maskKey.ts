import { isError } from '@backstage/errors';
import { randomBytes } from 'crypto';
import { readFile, writeFile } from 'fs/promises';
import path from 'path';

const KEY_LENGTH_BYTES = 32;

/** The platform's secret key for masking, made at its first start. */
export async function loadMaskKey(dataFolder: string): Promise<Buffer> {
  const file = path.join(dataFolder, 'mask.key');
  try {
    const key = Buffer.from(await readFile(file, 'utf8'), 'hex');
    if (key.length === KEY_LENGTH_BYTES) {
      return key;
    }
  } catch (error) {
    if (!isError(error) || error.code !== 'ENOENT') {
      throw error;
    }
  }
  const key = randomBytes(KEY_LENGTH_BYTES);
  await writeFile(file, key.toString('hex'), { mode: 0o600 });
  return key;
}
