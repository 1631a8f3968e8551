import type { ArtifactBatch, ArtifactReport } from '../ArtifactReport';
import type { ArtifactRecord } from '../records/ArtifactRecord';

/** A text as a stream of small pieces, none of them at a nice border. */
export async function* piecesOf(
  content: string | Uint8Array,
  size = 1_000,
): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

/** Reads to the end. */
export async function readAll(
  reading: AsyncGenerator<ArtifactBatch, ArtifactReport>,
): Promise<{ records: ArtifactRecord[]; report: ArtifactReport }> {
  const records: ArtifactRecord[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      return { records, report: next.value };
    }
    records.push(...next.value.records);
  }
}

/** How often each reason was met. */
export function countsOf({
  reasons,
}: ArtifactReport): Readonly<Record<string, number>> {
  return Object.fromEntries(reasons.map(({ code, count }) => [code, count]));
}
