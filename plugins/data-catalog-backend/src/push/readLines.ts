import { InputError } from '@backstage/errors';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PushLimits } from '../config/CatalogConfig';
import { TooLargeError } from './TooLargeError';

const LINE_FEED = 0x0a;
const MEBIBYTE = 1_024 * 1_024;
const BOM = /^\ufeff/;

/** A line of a push; without text where it is longer than a record may be. */
export interface PushedLine {
  readonly number: number;
  readonly text?: string;
}

/**
 * Lines of a body as they come in; nothing is held but the line at hand.
 * @param encoding - of the body, as its header says
 * @throws `TooLargeError` above a limit, before more is read or unpacked;
 *   `InputError` where the body is not what the header says
 */
export async function* readLines(
  body: Readable,
  encoding: 'gzip' | 'identity',
  limits: PushLimits,
): AsyncGenerator<PushedLine> {
  const bytes =
    encoding === 'gzip'
      ? limitBytes(
          unpack(limitBytes(body, limits.compressedBytes, 'as it is sent')),
          limits.bytes,
          'unpacked',
        )
      : limitBytes(body, limits.bytes, 'as it is sent');
  let number = 0;
  let parts: Buffer[] = [];
  let lengthBytes = 0;
  let isTooLong = false;
  const take = (part: Buffer) => {
    lengthBytes += part.length;
    isTooLong ||= lengthBytes > limits.recordBytes;
    if (isTooLong) {
      parts = [];
    } else {
      parts.push(part);
    }
  };
  const finish = (): PushedLine | undefined => {
    number += 1;
    const text = Buffer.concat(parts).toString('utf8').replace(BOM, '').trim();
    const line = isTooLong ? { number } : { number, text };
    parts = [];
    lengthBytes = 0;
    isTooLong = false;
    return line.text === '' ? undefined : line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (
      let end = chunk.indexOf(LINE_FEED, start);
      end >= 0;
      end = chunk.indexOf(LINE_FEED, start)
    ) {
      take(chunk.subarray(start, end));
      start = end + 1;
      const line = finish();
      if (line) {
        yield line;
      }
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (last) {
    yield last;
  }
}

async function* limitBytes(
  chunks: AsyncIterable<Buffer>,
  limitBytesCount: number,
  what: string,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limitBytesCount) {
      throw new TooLargeError(
        `The snapshot is larger than ${Math.round(
          limitBytesCount / MEBIBYTE,
        )} MiB ${what}; send it in parts (mode=delta), or have 'dataCatalog.push.limits' raised.`,
      );
    }
    yield chunk;
  }
}

/** As fast as it is read, so a bomb is never larger than a few chunks. */
async function* unpack(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = feed(chunks, gunzip);
  try {
    yield* gunzip;
  } catch (error) {
    gunzip.destroy();
    // Whatever went wrong in front of it is the better reason.
    await feeding;
    throw new InputError(
      `The body is not gzip from its beginning to its end (${
        error instanceof Error ? error.message : error
      }); pack it again.`,
    );
  } finally {
    gunzip.destroy();
    await feeding.catch(() => {}); // thrown above, where it was the reason
  }
}

async function feed(
  chunks: AsyncIterable<Buffer>,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (gunzip.destroyed) {
        return;
      }
      if (!gunzip.write(chunk)) {
        await new Promise<void>(resolve => {
          const proceed = () => {
            gunzip.off('drain', proceed).off('close', proceed);
            resolve();
          };
          gunzip.on('drain', proceed).on('close', proceed);
        });
      }
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
