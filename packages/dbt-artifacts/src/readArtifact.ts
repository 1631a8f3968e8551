import type { ArtifactBatch, ArtifactReport } from './ArtifactReport';
import { JsonSlicer } from './json/JsonSlicer';
import { LineSlicer } from './json/LineSlicer';
import type { Layout } from './json/outline';
import { WholeDocument } from './json/WholeDocument';
import type { ReadingWishes } from './kinds/ArtifactKind';
import { DEFAULT_LIMITS, type ArtifactLimits } from './limits';
import { BatchQueue } from './reading/BatchQueue';
import { RecordIntake } from './reading/RecordIntake';
import { ReasonLedger } from './reasons/ReasonLedger';
import { openBytes, type ArtifactInput } from './source/openBytes';
import { recogniseArtifact } from './source/recogniseArtifact';
import { toUtf8 } from './source/toUtf8';

/** How a file is read. */
export interface ReadArtifactOptions extends Partial<ReadingWishes> {
  readonly limits?: Partial<ArtifactLimits>;
  /** Ends the reading with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a file in this thread: its records in batches, and at the end the
 * report. Use {@link inspectArtifact} where the thread has other work.
 *
 * @throws ArtifactError when the file as a whole cannot be understood; batches
 *   that came before are then not to be used
 */
export async function* readArtifact(
  input: ArtifactInput,
  options: ReadArtifactOptions = {},
): AsyncGenerator<ArtifactBatch, ArtifactReport> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ledger = new ReasonLedger({ examples: limits.examples });
  const bytes = toUtf8(openBytes(input, limits.unpackedBytes), ledger);
  const { kind, layout, outline, chunks } = await recogniseArtifact(bytes);
  const reader = kind.createReader(outline, ledger, {
    compiledSql: options.compiledSql ?? false,
  });

  const queue = new BatchQueue();
  const records = new RecordIntake(reader, ledger, queue, limits);
  const slicer = createSlicer(layout, records, limits);
  for await (const chunk of chunks) {
    options.signal?.throwIfAborted();
    slicer.push(chunk);
    for (const batch of queue.takeFull()) {
      yield { kind: kind.kind, records: batch };
    }
  }
  slicer.end();
  reader.finish?.();
  for (const batch of queue.takeAll()) {
    yield { kind: kind.kind, records: batch };
  }
  return {
    kind: kind.kind,
    version: reader.version,
    metadata: reader.metadata,
    totals: ledger.totals,
    reasons: ledger.reasons,
  };
}

interface Slicer {
  push(chunk: Buffer): void;
  end(): void;
}

function createSlicer(
  layout: Layout,
  records: RecordIntake,
  limits: ArtifactLimits,
): Slicer {
  switch (layout) {
    case 'lines':
      return new LineSlicer(records, limits);
    case 'document':
    case 'yaml':
      return new WholeDocument(layout, records, limits);
    default:
      return new JsonSlicer(records, limits);
  }
}
