import type { Outline } from '../json/outline';
import { Fields } from '../fields/Fields';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { ArtifactMetadata } from './ArtifactKind';

const STAMP = /\/dbt\/([a-z-]+)\/v(\d+)\.json/;

/** What `metadata.dbt_schema_version` says. */
export interface DbtStamp {
  /** `manifest`, `catalog`, `sources`, `run-results`. */
  readonly artifact: string;
  readonly version: number;
}

/** Reads a stamp such as `https://schemas.getdbt.com/dbt/manifest/v12.json`. */
export function parseStamp(text: string | undefined): DbtStamp | undefined {
  const match = STAMP.exec(text ?? '');
  return match ? { artifact: match[1], version: Number(match[2]) } : undefined;
}

/** The stamp at the beginning of a file, if it comes that early. */
export function stampOf(outline: Outline): DbtStamp | undefined {
  return parseStamp(outline.texts.get('metadata.dbt_schema_version'));
}

/** `metadata` of a dbt artifact, gathered while the file is read. */
export class DbtMetadata {
  readonly #artifact: string;
  readonly #newest: number;
  readonly #ledger: ReasonLedger;
  #stamp: DbtStamp | undefined;
  #metadata: ArtifactMetadata = {};

  /** @param newest - the newest version of this artifact that is known */
  constructor(artifact: string, newest: number, ledger: ReasonLedger) {
    this.#artifact = artifact;
    this.#newest = newest;
    this.#ledger = ledger;
  }

  get stamp(): DbtStamp | undefined {
    return this.#stamp;
  }

  get version(): string | undefined {
    return this.#stamp?.artifact === this.#artifact
      ? `v${this.#stamp.version}`
      : undefined;
  }

  get metadata(): ArtifactMetadata {
    return this.#metadata;
  }

  read(value: unknown, scope: RecordScope): void {
    const fields = Fields.of(value, scope);
    if (!fields) {
      return;
    }
    this.#stamp = parseStamp(fields.text('dbt_schema_version'));
    this.#metadata = {
      toolVersion: fields.text('dbt_version'),
      generatedAt: fields.time('generated_at'),
      invocationId: fields.text('invocation_id'),
      adapterType: fields.text('adapter_type'),
      projectName: fields.text('project_name'),
    };
  }

  /** Says what is odd about the version. */
  finish(): void {
    const stamp = this.#stamp;
    if (!stamp) {
      this.#ledger.note('version-missing', 'metadata', 'dbt_schema_version');
    } else if (stamp.artifact !== this.#artifact) {
      this.mismatch(`${stamp.artifact} v${stamp.version}`);
    } else if (stamp.version > this.#newest) {
      this.#ledger.note('version-unknown', 'metadata', `v${stamp.version}`);
    }
  }

  mismatch(detail: string): void {
    this.#ledger.note('version-mismatch', 'metadata', detail);
  }
}
