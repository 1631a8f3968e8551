import { readManifestRecord } from '../manifest/readManifestRecord';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactRecord } from '../records/ArtifactRecord';
import type { SectionPlan } from '../json/JsonSlicer';
import type { Outline } from '../json/outline';
import type {
  ArtifactKind,
  Item,
  ReadingWishes,
  RecordReader,
} from './ArtifactKind';
import { DbtMetadata, stampOf } from './dbtStamp';

const NEWEST_VERSION = 12;

// Keys of the root that no other artifact has
const OWN_SECTIONS: ReadonlySet<string> = new Set([
  'macros',
  'docs',
  'exposures',
  'disabled',
  'parent_map',
  'child_map',
  'group_map',
  'unit_tests',
]);
const OWN_FIELDS = ['resource_type', 'fqn', 'original_file_path', 'raw_code'];

const RECORD_SECTIONS: ReadonlySet<string> = new Set([
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'groups',
  'semantic_models',
  'saved_queries',
  'unit_tests',
  'functions',
]);

function hasOwnFields({ recordKeys }: Outline, section: string): boolean {
  return OWN_FIELDS.some(field => recordKeys.get(section)?.has(field));
}

class ManifestReader implements RecordReader {
  readonly #ledger: ReasonLedger;
  readonly #wishes: ReadingWishes;
  readonly #head: DbtMetadata;
  readonly #ids = new Set<string>();
  #hasOldCode = false;
  #hasNewCode = false;

  constructor(ledger: ReasonLedger, wishes: ReadingWishes) {
    this.#ledger = ledger;
    this.#wishes = wishes;
    this.#head = new DbtMetadata('manifest', NEWEST_VERSION, ledger);
  }

  get version() {
    return this.#head.version;
  }

  get metadata() {
    return this.#head.metadata;
  }

  plan(section: string): SectionPlan {
    if (section === 'metadata' || section === 'disabled') {
      return 'value';
    }
    return RECORD_SECTIONS.has(section) ? 'records' : 'skip';
  }

  value(section: string, value: unknown, scope: RecordScope): void {
    if (section === 'metadata') {
      this.#head.read(value, scope);
    } else if (typeof value === 'object' && value !== null) {
      // Lists of nodes by id; a name can be disabled several times
      Object.entries(value).forEach(([id, nodes]) => {
        const count = Array.isArray(nodes) ? nodes.length : 1;
        for (let index = 0; index < count; index++) {
          this.#ledger.note('disabled-record', id);
        }
      });
    }
  }

  read(item: Item, scope: RecordScope): readonly ArtifactRecord[] {
    const records = readManifestRecord(item, scope, this.#wishes);
    const [record] = records;
    if (!record || scope.refusal) {
      return [];
    }
    if (this.#ids.has(scope.at)) {
      scope.refuse('duplicate-record');
      return [];
    }
    this.#ids.add(scope.at);
    this.#lookAtShape(item.value);
    return records;
  }

  finish(): void {
    this.#head.finish();
    const { stamp } = this.#head;
    if (stamp?.artifact !== 'manifest') {
      return;
    }
    if (stamp.version >= 7 && this.#hasOldCode && !this.#hasNewCode) {
      this.#head.mismatch(`v${stamp.version} with raw_sql`);
    } else if (stamp.version <= 6 && this.#hasNewCode) {
      this.#head.mismatch(`v${stamp.version} with raw_code`);
    }
  }

  // `raw_sql` became `raw_code` with manifest v7
  #lookAtShape(value: unknown): void {
    if (typeof value === 'object' && value !== null) {
      this.#hasOldCode ||= 'raw_sql' in value;
      this.#hasNewCode ||= 'raw_code' in value;
    }
  }
}

/** `manifest.json` of dbt 0.19 to 2.0; versions differ only by shape. */
export const DBT_MANIFEST: ArtifactKind = {
  kind: 'dbt-manifest',
  layouts: ['sections'],
  recognises(outline) {
    return (
      outline.keys.some(key => OWN_SECTIONS.has(key)) ||
      hasOwnFields(outline, 'nodes') ||
      hasOwnFields(outline, 'sources') ||
      (stampOf(outline)?.artifact === 'manifest' &&
        (outline.keys.includes('nodes') || outline.after === 'nothing'))
    );
  },
  createReader: (_outline, ledger, wishes) =>
    new ManifestReader(ledger, wishes),
};
