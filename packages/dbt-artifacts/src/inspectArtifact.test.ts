import { createReadStream } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { countsOf, piecesOf, readAll } from './__testUtils__/reading';
import { inspectArtifact } from './inspectArtifact';
import { readArtifact } from './readArtifact';

const MANIFEST = path.join(__dirname, '__fixtures__/ticketswap/manifest.json');

const models = (count: number) =>
  JSON.stringify({
    nodes: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `model.shop.m${index}`,
        {
          unique_id: `model.shop.m${index}`,
          resource_type: 'model',
          name: `m${index}`,
          description: 'x'.repeat(500),
          compiled_code: `select ${index}`,
        },
      ]),
    ),
  });

describe('inspectArtifact', () => {
  it('tells from a worker what reading here tells', async () => {
    const here = await readAll(readArtifact(MANIFEST));
    expect(await readAll(inspectArtifact(MANIFEST))).toEqual(here);
    expect(await readAll(inspectArtifact(createReadStream(MANIFEST)))).toEqual(
      here,
    );
  });

  it('passes limits and wishes on', async () => {
    const { records } = await readAll(
      inspectArtifact(piecesOf(models(2)), { compiledSql: true }),
    );
    expect(records.map(({ record }) => record)).toEqual([
      'dataset',
      'sql',
      'dataset',
      'sql',
    ]);
    const { report } = await readAll(
      inspectArtifact(piecesOf(models(2)), { limits: { recordBytes: 100 } }),
    );
    expect(countsOf(report)).toMatchObject({ 'record-too-large': 2 });
  });

  it('says why a file cannot be understood', async () => {
    await expect(
      readAll(inspectArtifact(piecesOf('{"nodes": '))),
    ).rejects.toMatchObject({ code: 'truncated', values: { offset: 10 } });
    await expect(
      readAll(inspectArtifact('/nowhere/manifest.json')),
    ).rejects.toMatchObject({ code: 'missing' });
  });

  it('throws what the giver of the bytes throws', async () => {
    async function* failing() {
      yield Buffer.from('{"nodes": {');
      throw new Error('connection lost');
    }
    await expect(readAll(inspectArtifact(failing()))).rejects.toThrow(
      'connection lost',
    );
  });

  it('lets the giver clean up when its caller leaves', async () => {
    let isClosed = false;
    async function* giver() {
      try {
        yield* piecesOf(models(5_000), 10_000);
      } finally {
        isClosed = true;
      }
    }
    for await (const batch of inspectArtifact(giver())) {
      expect(batch.kind).toBe('dbt-manifest');
      break;
    }
    expect(isClosed).toBe(true);
  });

  it('waits while nobody takes its batches', async () => {
    const content = models(10_000);
    let given = 0;
    async function* giver() {
      for await (const piece of piecesOf(content, 10_000)) {
        given += piece.byteLength;
        yield piece;
      }
    }
    const reading = inspectArtifact(giver());
    await reading.next();
    // A second worker reads all of the same meanwhile: time enough
    await readAll(inspectArtifact(piecesOf(content, 10_000)));
    expect(given).toBeLessThan(content.length / 2);
    const { report } = await readAll(reading);
    expect(report.totals.read).toBe(10_000);
    expect(given).toBe(content.length);
  });

  it('unpacks what comes in pieces of any size', async () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [
        `model.shop.m${index}`,
        {
          resource_type: 'model',
          name: `m${index}`,
          description: randomBytes(700).toString('base64'),
        },
      ]),
    );
    const packed = gzipSync(JSON.stringify({ nodes }));
    for (const size of [3_000, 20_000, 1_000_000]) {
      const reading = inspectArtifact(piecesOf(packed, size));
      let given = 0;
      for await (const { records } of reading) {
        given += records.length;
        await setImmediate();
      }
      expect(given).toBe(3_000);
    }
  });

  it('stops at its signal, whatever it waits for', async () => {
    const stop = new AbortController();
    async function* endless() {
      yield Buffer.from('{"nodes": {');
      stop.abort(new Error('stopped'));
      for (;;) {
        yield Buffer.from(' ');
      }
    }
    await expect(
      readAll(inspectArtifact(endless(), { signal: stop.signal })),
    ).rejects.toThrow('stopped');
    await expect(
      readAll(inspectArtifact(MANIFEST, { signal: stop.signal })),
    ).rejects.toThrow('stopped');
  });

  it('stops though the giver of the bytes is stuck', async () => {
    const stop = new AbortController();
    async function* stuck() {
      yield Buffer.from('{"nodes": {');
      stop.abort(new Error('stopped'));
      await new Promise(() => {});
    }
    await expect(
      readAll(inspectArtifact(stuck(), { signal: stop.signal })),
    ).rejects.toThrow('stopped');
  });
});

// Given to the process, V8's own flag counts before the limit of a thread
const isHeapGiven = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some(
  option => option.includes('max-old-space-size'),
);
const withOwnHeap = isHeapGiven ? describe.skip : describe;

withOwnHeap('the thread of inspectArtifact', () => {
  it('ends at its limit of memory, and only itself', async () => {
    // Twice the limit and more, once it is objects.
    const one = `{"nodes": {"model.a.b": {"resource_type": "model", "name": "b", "meta": {"a": [${'{"a":{}},'.repeat(
      1_500_000,
    )}1]}}}}`;
    await expect(
      readAll(
        inspectArtifact(piecesOf(one, 1_000_000), {
          limits: { workerHeapMegabytes: 32 },
        }),
      ),
    ).rejects.toMatchObject({ code: 'out-of-memory' });
  });
});

// Node 22 cannot tell the threads apart
const withThreadTimes = 'threadCpuUsage' in process ? describe : describe.skip;

withThreadTimes('the thread of the caller of inspectArtifact', () => {
  it('is left free', async () => {
    const wide = {
      nodes: {
        'model.a.wide': {
          metadata: { name: 'wide' },
          columns: Object.fromEntries(
            Array.from({ length: 20_000 }, (_, index) => [
              `c${index}`,
              { name: `c${index}`, type: 'TEXT', index },
            ]),
          ),
        },
      },
    };
    const content = JSON.stringify(wide);
    // Time of this thread's own work, which other programs do not disturb
    const used = () => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1_000;
    };
    let longestMs = 0;
    let last = used();
    const ticks = setInterval(() => {
      longestMs = Math.max(longestMs, used() - last);
      last = used();
    }, 1);
    const { records } = await readAll(
      inspectArtifact(piecesOf(content, 1_000_000)),
    );
    clearInterval(ticks);
    expect(records).toHaveLength(1);
    expect(longestMs).toBeLessThan(50);
  });
});
