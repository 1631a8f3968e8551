import { Fields } from '../fields/Fields';
import type { SectionPlan } from '../json/JsonSlicer';
import { readFreshness } from '../manifest/readFreshness';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { FreshnessRecord } from '../records/FreshnessRecord';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';
import { DbtMetadata, stampOf } from './dbtStamp';

const NEWEST_VERSION = 3;

const OWN_FIELDS = ['criteria', 'max_loaded_at', 'snapshotted_at'];

class SourcesReader implements RecordReader {
  readonly #head: DbtMetadata;
  readonly #ids = new Set<string>();

  constructor(ledger: ReasonLedger) {
    this.#head = new DbtMetadata('sources', NEWEST_VERSION, ledger);
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

  read(item: Item, scope: RecordScope): readonly FreshnessRecord[] {
    const fields = Fields.of(item.value, scope);
    const uniqueId = fields?.text('unique_id') ?? item.key;
    if (!fields || uniqueId === undefined) {
      scope.refuse('missing-field', 'unique_id');
      return [];
    }
    scope.at = uniqueId;
    if (this.#ids.has(uniqueId)) {
      scope.refuse('duplicate-record');
      return [];
    }
    const status = statusOf(fields);
    if (!status) {
      scope.refuse('missing-field', 'status');
      return [];
    }
    this.#ids.add(uniqueId);
    return [
      {
        record: 'freshness',
        uniqueId,
        status,
        loadedAt: fields.time('max_loaded_at'),
        checkedAt: fields.time('snapshotted_at'),
        ageSeconds: fields.number('max_loaded_at_time_ago_in_s'),
        criteria: readFreshness(fields.optionalObject('criteria')) ?? {},
        error: fields.text('error'),
      },
    ];
  }

  finish(): void {
    this.#head.finish();
  }
}

// Up to dbt 0.21 the states were written out in other words
function statusOf(fields: Fields): FreshnessRecord['status'] | undefined {
  switch (fields.text('status', 'state')) {
    case 'pass':
      return 'pass';
    case 'warn':
      return 'warn';
    case 'error':
      return fields.has('max_loaded_at') ? 'error' : 'failed';
    case 'runtime error':
      return 'failed';
    default:
      return undefined;
  }
}

/** `sources.json`, which `dbt source freshness` writes. */
export const DBT_SOURCES: ArtifactKind = {
  kind: 'dbt-sources',
  layouts: ['sections'],
  recognises(outline) {
    const fields = outline.recordKeys.get('results');
    return (
      outline.keys.includes('results') &&
      (OWN_FIELDS.some(field => fields?.has(field)) ||
        (stampOf(outline)?.artifact === 'sources' && !fields?.has('timing')))
    );
  },
  createReader: (_outline, ledger) => new SourcesReader(ledger),
};
