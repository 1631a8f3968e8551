import {
  readingReportSchema,
  snapshotRecordSchema,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import { canonicalDatasetId, datasetKey } from '@suido/vocabulary';
import assert from 'node:assert/strict';
import { readSomething, readWhole } from './readWhole';
import type { SourceContractCase } from './SourceHarness';

/** Most records of one batch: nobody holds a whole snapshot. */
const MAX_BATCH_RECORDS = 5_000;

/** What a record is about; told once in a snapshot. */
function subjectOf(record: SnapshotRecord): string {
  switch (record.kind) {
    case 'dataset':
      return `dataset ${datasetKey(canonicalDatasetId(record.id))}`;
    case 'saved-query':
    case 'dashboard':
      return `${record.kind} ${record.id}`;
    default:
      return JSON.stringify(record);
  }
}

/**
 * What every `DatasetSource` must keep, each case with a fresh harness that has
 * something to tell. Uses no test runner, so any can run it:
 *
 * ```ts
 * it.each(DATASET_SOURCE_CONTRACT.map(c => [c.name, c] as const))('%s', async (_, c) => {
 *   const harness = await createHarness();
 *   await c.run(harness);
 *   await harness.dispose();
 * });
 * ```
 *
 * @public
 */
export const DATASET_SOURCE_CONTRACT: readonly SourceContractCase[] = [
  {
    name: 'names itself for good, in a way that fits into addresses',
    async run({ source }) {
      assert.match(source.id, /^[a-z0-9][a-z0-9._-]{0,127}$/);
      assert.notEqual(source.id, 'portal', 'that is the portal itself');
      assert.match(source.kind, /^[a-z0-9][a-z0-9-]{0,63}$/);
      assert.notEqual(source.title.trim(), '');
    },
  },
  {
    name: 'tells records that are records, each once, in batches',
    async run({ source }) {
      const { records, batches } = await readSomething(source);
      assert.ok(records.length > 0, 'the harness has something to tell');
      const seen = new Set<string>();
      for (const record of records) {
        const parsed = snapshotRecordSchema.safeParse(record);
        assert.ok(
          parsed.success,
          `${JSON.stringify(record).slice(0, 300)}: ${parsed.error?.message}`,
        );
        assert.deepEqual(
          JSON.parse(JSON.stringify(record)),
          JSON.parse(JSON.stringify(parsed.data)),
          'a field that no record has would be lost',
        );
        const subject = subjectOf(record);
        assert.ok(!seen.has(subject), `told twice: ${subject}`);
        seen.add(subject);
      }
      for (const { size } of batches) {
        assert.ok(size <= MAX_BATCH_RECORDS, `a batch of ${size} records`);
      }
    },
  },
  {
    name: 'says when it was as it is told',
    async run({ source }) {
      const { head } = await readSomething(source);
      assert.match(head.takenAt, /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/);
      const time = Date.parse(head.takenAt);
      assert.ok(time > 0, `takenAt is ${head.takenAt}`);
      assert.ok(time <= Date.now() + 3_600_000, 'takenAt is in the future');
      assert.ok(['full', 'delta'].includes(head.mode));
    },
  },
  {
    name: 'counts what became of the records, with reasons in both languages',
    async run({ source }) {
      const { records, report } = await readSomething(source);
      const { totals, reasons } = readingReportSchema.parse(report);
      assert.equal(totals.kept, records.length);
      assert.ok(totals.read >= totals.refused, 'more refused than read');
      for (const outcome of ['repaired', 'refused'] as const) {
        const counted = reasons
          .filter(reason => reason.outcome === outcome)
          .reduce((sum, { count }) => sum + count, 0);
        assert.ok(
          counted >= totals[outcome],
          `${totals[outcome]} ${outcome}, but reasons for ${counted}`,
        );
      }
      for (const { text } of reasons) {
        assert.notEqual(text.en.trim(), '');
        assert.notEqual(text.ja.trim(), '');
      }
    },
  },
  {
    name: 'tells the same when it is read again as it was',
    async run({ source }) {
      const first = await readSomething(source);
      const again = await readSomething(source);
      assert.deepEqual(
        [...again.records].map(record => JSON.stringify(record)).sort(),
        [...first.records].map(record => JSON.stringify(record)).sort(),
        'what differs from reading to reading is news every time',
      );
      assert.equal(again.head.etag, first.head.etag);
    },
  },
  {
    name: 'reads nothing where its etag says that nothing changed',
    async run({ source, change }) {
      const { head, records } = await readSomething(source);
      if (head.etag === undefined) {
        return;
      }
      assert.equal(await readWhole(source, { etag: head.etag }), undefined);
      await change();
      const after = await readWhole(source, { etag: head.etag });
      assert.ok(after, 'what changed was not noticed');
      assert.notEqual(after.head.etag, head.etag);
      assert.notDeepEqual(after.records, records);
    },
  },
  {
    name: 'goes on after the cursor of a batch that was kept',
    async run({ source }) {
      const { batches, records, head } = await readSomething(source);
      let kept = 0;
      for (const { size, cursor } of batches) {
        kept += size;
        if (cursor !== undefined) {
          const rest = await readSomething(source, { cursor });
          assert.equal(rest.head.etag, head.etag);
          assert.deepEqual(
            rest.records.map(subjectOf).sort(),
            records.slice(kept).map(subjectOf).sort(),
          );
        }
      }
    },
  },
  {
    name: 'stops where it is told to',
    async run({ source }) {
      const reason = new Error('enough');
      await assert.rejects(
        readWhole(source, { signal: AbortSignal.abort(reason) }),
        'it read on although it was aborted before it began',
      );
    },
  },
  {
    name: 'fails as a whole in words where it cannot be read',
    async run(harness) {
      if (!harness.break) {
        return;
      }
      await harness.break();
      await assert.rejects(readWhole(harness.source), (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.ok(error.message.length > 10, 'the error says nothing');
        return true;
      });
    },
  },
];
