import type { ReasonLedger } from '../reasons/ReasonLedger';

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/**
 * The same text as UTF-8 without a byte order mark. UTF-16 is recognised by
 * its mark, or by every other byte of the beginning being zero, as PowerShell's
 * `>` writes it.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  ledger: ReasonLedger,
): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    let head = Buffer.alloc(0);
    while (head.length < 4) {
      const next = await iterator.next();
      if (next.done) {
        break;
      }
      head = Buffer.concat([head, next.value]);
    }
    const encoding = utf16Of(head);
    if (encoding) {
      ledger.note('not-utf8', 'file');
    }
    if (head.subarray(0, 3).equals(UTF8_MARK)) {
      ledger.note('byte-order-mark', 'file');
      head = head.subarray(3);
    }
    const decoder = encoding ? new TextDecoder(encoding) : undefined;
    const convert = (bytes: Buffer) =>
      decoder
        ? Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8')
        : bytes;
    yield convert(head);
    for (
      let next = await iterator.next();
      !next.done;
      next = await iterator.next()
    ) {
      yield convert(next.value);
    }
    if (decoder) {
      yield Buffer.from(decoder.decode(), 'utf8');
    }
  } finally {
    await iterator.return?.();
  }
}

function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) {
    return 'utf-16le';
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) {
    return 'utf-16be';
  }
  return undefined;
}
