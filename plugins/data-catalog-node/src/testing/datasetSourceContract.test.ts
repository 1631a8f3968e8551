import type { SnapshotRecord } from '@suido/backstage-plugin-data-catalog-common';
import type { ReadContext, Snapshot } from '../DatasetSource';
import { DATASET_SOURCE_CONTRACT } from './datasetSourceContract';
import type { SourceHarness } from './SourceHarness';

/** A source that keeps the contract, over a list. */
function createHarness(
  spoil: (
    snapshot: Snapshot,
    context: ReadContext,
  ) => Snapshot | undefined = whole => whole,
  isDeaf = false,
): SourceHarness {
  let names: string[] | undefined = ['a', 'b', 'c'];
  return {
    source: {
      id: 'list',
      kind: 'list',
      title: 'List',
      async read(context) {
        if (!isDeaf) {
          context.signal.throwIfAborted();
        }
        if (!names) {
          throw new Error('The list is gone; write it again.');
        }
        const told = names;
        const etag = told.join();
        if (context.etag === etag) {
          return undefined;
        }
        const start = Number(context.cursor ?? 0);
        return spoil(
          {
            mode: 'full',
            takenAt: '2026-11-20T00:00:00Z',
            etag,
            batches: (async function* batches() {
              for (let index = start; index < told.length; index += 1) {
                yield {
                  cursor: String(index + 1),
                  records: [dataset(told[index])],
                };
              }
            })(),
            report: () => ({
              totals: {
                read: told.length,
                kept: told.length - start,
                repaired: 0,
                refused: 0,
              },
              reasons: [],
            }),
          },
          context,
        );
      },
    },
    change: async () => {
      names = names?.concat('d');
    },
    break: async () => {
      names = undefined;
    },
    dispose: async () => {},
  };
}

function dataset(name: string): SnapshotRecord {
  return { kind: 'dataset', id: { namespace: 'list', name } };
}

async function* batchesOf(...records: unknown[]) {
  yield { records: records as SnapshotRecord[] };
}

async function broken(harness: () => SourceHarness): Promise<string[]> {
  const names: string[] = [];
  for (const each of DATASET_SOURCE_CONTRACT) {
    try {
      await each.run(harness());
    } catch {
      names.push(each.name.split(' ').slice(0, 3).join(' '));
    }
  }
  return names;
}

describe('DATASET_SOURCE_CONTRACT', () => {
  it('is kept by a source that does as it says', async () => {
    expect(await broken(createHarness)).toEqual([]);
  });

  it.each<[string, () => SourceHarness, string]>([
    [
      'tells something twice',
      () =>
        createHarness(whole => ({
          ...whole,
          batches: batchesOf(dataset('A'), dataset('a'), dataset('b')),
        })),
      'tells records that',
    ],
    [
      'tells what no record has',
      () =>
        createHarness(whole => ({
          ...whole,
          batches: batchesOf(
            { ...dataset('a'), colour: 1 },
            dataset('b'),
            dataset('c'),
          ),
        })),
      'tells records that',
    ],
    [
      'is of the future',
      () =>
        createHarness(whole => ({ ...whole, takenAt: '2999-01-01T00:00:00Z' })),
      'says when it',
    ],
    [
      'ignores its etag',
      () => createHarness(whole => ({ ...whole, etag: 'always' })),
      'reads nothing where',
    ],
    [
      'counts wrongly',
      () =>
        createHarness(whole => ({
          ...whole,
          report: () => ({
            totals: { read: 9, kept: 9, repaired: 0, refused: 3 },
            reasons: [],
          }),
        })),
      'counts what became',
    ],
    [
      'begins anew at a cursor',
      () =>
        createHarness((whole, { cursor }) => ({
          ...whole,
          ...(cursor && { batches: batchesOf(dataset('a')) }),
        })),
      'goes on after',
    ],
    ['does not stop', () => createHarness(undefined, true), 'stops where it'],
  ])('finds that a source %s', async (_, harness, name) => {
    expect(await broken(harness)).toContain(name);
  });
});
