import { Fields } from '../fields/Fields';
import type { SectionPlan } from '../json/JsonSlicer';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';
import { DbtMetadata, stampOf } from './dbtStamp';

const NEWEST_VERSION = 6;

const OWN_FIELDS = ['timing', 'thread_id', 'adapter_response', 'failures'];

class RunResultsReader implements RecordReader {
  readonly #head: DbtMetadata;

  constructor(ledger: ReasonLedger) {
    this.#head = new DbtMetadata('run-results', NEWEST_VERSION, ledger);
  }

  get version() {
    return this.#head.version;
  }

  get metadata() {
    return this.#head.metadata;
  }

  plan(section: string): SectionPlan {
    if (section === 'metadata') {
      return 'value';
    }
    return section === 'results' ? 'records' : 'skip';
  }

  value(_section: string, value: unknown, scope: RecordScope): void {
    this.#head.read(value, scope);
  }

  read(item: Item, scope: RecordScope): readonly ArtifactRecord[] {
    const fields = Fields.of(item.value, scope);
    // Up to dbt 0.18 a result held its whole node
    const uniqueId =
      fields?.text('unique_id') ??
      fields?.optionalObject('node')?.text('unique_id');
    if (fields && uniqueId === undefined) {
      scope.refuse('missing-field', 'unique_id');
    }
    scope.at = uniqueId ?? scope.at;
    scope.leaveOut('belongs-to-pipeline-health');
    return [];
  }

  finish(): void {
    this.#head.finish();
  }
}

/** `run_results.json`: counted here, read by pipeline health. */
export const DBT_RUN_RESULTS: ArtifactKind = {
  kind: 'dbt-run-results',
  layouts: ['sections'],
  recognises(outline) {
    const fields = outline.recordKeys.get('results');
    return (
      outline.keys.includes('results') &&
      (OWN_FIELDS.some(field => fields?.has(field)) ||
        outline.keys.includes('args') ||
        stampOf(outline)?.artifact === 'run-results')
    );
  },
  createReader: (_outline, ledger) => new RunResultsReader(ledger),
};
