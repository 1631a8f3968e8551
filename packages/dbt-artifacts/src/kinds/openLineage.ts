import { Fields } from '../fields/Fields';
import type { RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';

// Of OpenLineage.json 2-0-2: a run event has `run` and `job`, a job event `job`,
// a dataset event `dataset`. `eventType` is the word that no other file uses.
const OWN_KEYS = ['eventType', 'eventTime', 'schemaURL'];
const SUBJECT_KEYS = ['run', 'job', 'dataset', 'inputs', 'outputs'];

const SPEC_VERSION = /\/spec\/(\d+-\d+-\d+)\//;

class OpenLineageReader implements RecordReader {
  readonly metadata = {};
  #version: string | undefined;

  /** Of the specification, as the first event that says one says it. */
  get version() {
    return this.#version;
  }

  read(item: Item, scope: RecordScope): readonly ArtifactRecord[] {
    const fields = Fields.of(item.value, scope);
    if (!fields) {
      return [];
    }
    const run = fields.optionalObject('run');
    const job = fields.optionalObject('job')?.text('name');
    scope.at = run?.text('runId') ?? job ?? scope.at;
    this.#version ??= SPEC_VERSION.exec(fields.text('schemaURL') ?? '')?.[1];
    if (run && !run.has('runId')) {
      scope.refuse('missing-field', 'run.runId');
    } else if (!fields.has('job') && !fields.has('dataset')) {
      scope.refuse('missing-field', 'job');
    } else if (!fields.has('eventTime')) {
      scope.refuse('missing-field', 'eventTime');
    } else if (fields.time('eventTime') === undefined) {
      scope.refuse('missing-field', 'eventTime');
    }
    scope.leaveOut('belongs-to-pipeline-health');
    return [];
  }
}

/** OpenLineage events: one, a list or JSON Lines; counted here. */
export const OPENLINEAGE: ArtifactKind = {
  kind: 'openlineage',
  layouts: ['lines', 'array', 'document'],
  recognises: ({ keys }) =>
    OWN_KEYS.some(key => keys.includes(key)) &&
    SUBJECT_KEYS.some(key => keys.includes(key)),
  createReader: () => new OpenLineageReader(),
};
