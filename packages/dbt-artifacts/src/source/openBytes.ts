import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArtifactError } from '../ArtifactError';
import { codeOf, detailOf } from './errorCode';

const CHUNK_BYTES = 128 * 1024;

/** The bytes of a file, or where it lies. */
export type ArtifactInput = string | AsyncIterable<Uint8Array>;

/**
 * The unpacked bytes of a file, in small chunks; gzip is recognised by its
 * first bytes, whatever the name says.
 *
 * @throws ArtifactError where it cannot be read, is damaged or unpacks to more
 *   than `limitBytes`
 */
export async function* openBytes(
  input: ArtifactInput,
  limitBytes: number,
): AsyncGenerator<Buffer> {
  const raw = typeof input === 'string' ? readFile(input) : asBuffers(input);
  const { first, rest } = await peek(raw);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  let total = 0;
  for await (const chunk of isGzip ? gunzip(rest) : rest) {
    total += chunk.length;
    if (total > limitBytes) {
      throw new ArtifactError('too-large', { limitBytes });
    }
    yield chunk;
  }
}

async function* readFile(path: string): AsyncGenerator<Buffer> {
  try {
    if ((await stat(path)).isDirectory()) {
      throw new ArtifactError('unreadable', { detail: 'a folder' });
    }
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    if (error instanceof ArtifactError) {
      throw error;
    }
    throw codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
      ? new ArtifactError('missing')
      : new ArtifactError('unreadable', { detail: detailOf(error) });
  }
}

async function* asBuffers(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  for await (const chunk of input) {
    const whole = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    // However much arrives at once, nobody works on it for long
    for (let start = 0; start < whole.length; start += CHUNK_BYTES) {
      yield whole.subarray(start, start + CHUNK_BYTES);
    }
  }
}

// Some streams give their first bytes one by one
async function peek(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ first: Buffer; rest: AsyncGenerator<Buffer> }> {
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done) {
      break;
    }
    first = Buffer.concat([first, next.value]);
  }
  async function* rest() {
    try {
      yield first;
      yield* chunks;
    } finally {
      await chunks.return(undefined);
    }
  }
  return { first, rest: rest() };
}

async function* gunzip(packed: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error of either side ends the iteration below
  pipeline(Readable.from(packed, { objectMode: false }), unpacked, () => {});
  try {
    yield* unpacked;
  } catch (error) {
    throw String(codeOf(error)).startsWith('Z_')
      ? new ArtifactError('damaged-gzip')
      : error;
  }
}
