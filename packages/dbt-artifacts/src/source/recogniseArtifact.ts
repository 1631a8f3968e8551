import { ArtifactError } from '../ArtifactError';
import { conflictMarkerAt } from '../json/conflictMarkers';
import { outlineOf, type Layout, type Outline } from '../json/outline';
import type { ArtifactKind } from '../kinds/ArtifactKind';
import { ARTIFACT_KINDS } from '../kinds/kinds';
import { yamlOutlineOf } from './yamlOutline';

// Where the first record of a manifest is one huge SQL text, its end shows
// what it is; beyond this the file is not guessed at any longer.
const LONGEST_BEGINNING_BYTES = 4 * 1024 * 1024;

/** What a file is, and all of its bytes. */
export interface RecognisedArtifact {
  readonly kind: ArtifactKind;
  readonly layout: Layout;
  readonly outline: Outline;
  readonly chunks: AsyncIterable<Buffer>;
}

/**
 * Looks at as much of a file as it takes to say what kind it is.
 *
 * @throws ArtifactError when it is none
 */
export async function recogniseArtifact(
  bytes: AsyncGenerator<Buffer>,
): Promise<RecognisedArtifact> {
  let beginning = Buffer.alloc(0);
  let looked = 0;
  for (;;) {
    const next = await bytes.next();
    const isComplete = next.done === true;
    if (!next.done) {
      beginning = Buffer.concat([beginning, next.value]);
      assertText(beginning);
    }
    const isDue = beginning.length >= 2 * looked && beginning.length > 0;
    if (isComplete || isDue) {
      looked = beginning.length;
      const isLastLook = isComplete || looked > LONGEST_BEGINNING_BYTES;
      const found = recogniseBeginning(beginning, isLastLook);
      if (found) {
        return { ...found, chunks: withBeginning(beginning, bytes) };
      }
      if (isLastLook) {
        await bytes.return(undefined);
        throw failureOf(beginning, isComplete);
      }
    }
  }
}

async function* withBeginning(
  beginning: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    yield beginning;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function recogniseBeginning(
  beginning: Buffer,
  isLastLook: boolean,
): Omit<RecognisedArtifact, 'chunks'> | undefined {
  const text = beginning.toString('utf8');
  const isJson = /^\s*[{[]/.test(text);
  const outline = isJson ? outlineOf(text) : yamlOutlineOf(text);
  const layouts = isJson ? layoutsOf(outline, isLastLook) : ['yaml' as const];
  for (const layout of layouts) {
    const kind = ARTIFACT_KINDS.find(
      candidate =>
        candidate.layouts.includes(layout) && candidate.recognises(outline),
    );
    if (kind) {
      return { kind, layout, outline };
    }
  }
  return undefined;
}

function layoutsOf(
  { root, after }: Outline,
  isLastLook: boolean,
): readonly Layout[] {
  if (root === 'array') {
    return ['array'];
  }
  if (after === 'line') {
    return ['lines'];
  }
  if (isLastLook) {
    return ['sections', 'document'];
  }
  // A root that ended with the beginning may be the first line of many
  return after === 'nothing' ? [] : ['sections'];
}

function assertText(beginning: Buffer): void {
  const magic = beginning.subarray(0, 4).toString('latin1');
  const format = { 'PK\u0003\u0004': 'zip', PAR1: 'Parquet' }[magic];
  if (format) {
    throw new ArtifactError('archive', { format });
  }
}

function failureOf(beginning: Buffer, isComplete: boolean): ArtifactError {
  const text = beginning.toString('utf8');
  const start = text.search(/\S/);
  if (start < 0) {
    return new ArtifactError('empty');
  }
  if (conflictMarkerAt(Buffer.from(text.slice(start, start + 7)), 0)) {
    return new ArtifactError('git-conflict');
  }
  if (!/[{[]/.test(text[start])) {
    const { keys } = yamlOutlineOf(text);
    return keys.length > 0
      ? new ArtifactError('unknown-kind', { keys: namesOf(keys) })
      : new ArtifactError('unknown-text');
  }
  const { keys, problemAt, after } = outlineOf(text);
  if (problemAt !== undefined) {
    const offset = Buffer.byteLength(text.slice(0, problemAt));
    return new ArtifactError('not-json', { offset });
  }
  if (isComplete && after === undefined) {
    return new ArtifactError('truncated', { offset: beginning.length });
  }
  return new ArtifactError('unknown-kind', { keys: namesOf(keys) });
}

const NAMED_KEYS = 6;

function namesOf(keys: readonly string[]): string {
  const named = keys
    .slice(0, NAMED_KEYS)
    .map(key => key.replace(/\p{Cc}/gu, '\ufffd'))
    .map(key => (key.length > 40 ? `${key.slice(0, 40)}…` : key));
  const more = keys.length > NAMED_KEYS ? ', …' : '';
  return named.length > 0 ? named.join(', ') + more : '-';
}
