import { isError } from '@backstage/errors';
import {
  snapshotRecordSchema,
  type DashboardRecord,
  type DatasetRecord,
  type RemovalRecord,
  type SavedQueryRecord,
  type SnapshotRecord,
} from '@suido/backstage-plugin-data-catalog-common';
import {
  canonicalDatasetId,
  datasetKey,
  type DatasetId,
} from '@suido/vocabulary';
import { createHash } from 'node:crypto';
import { maskRecord } from '../masking/maskRecord';
import type { TextMask } from '../masking/TextMask';
import { shortNameOf } from '../merge/resolveDataset';
import { REASONS } from './reasons';
import { mayBeUnstorable, repairTexts } from './repairText';
import type { ReportBuilder, ReportedReason } from './ReportBuilder';
import type { StagedRow } from './StagedRow';

/**
 * How records are read. Moves whenever the same record would be stored in
 * another way, so that nothing passes as known that is stored in the old way.
 */
const READING_VERSION = 1;

/** Names that are remembered as staged; more are staged again, at no harm. */
const MAX_REMEMBERED_NAMES = 100_000;

/**
 * Turns records as they come into rows to stage: repairs what cannot be
 * stored, refuses what is no record, masks what must not be stored.
 *
 * @remarks
 * What is stored already by its hash is neither parsed nor masked nor staged
 * again; reading an unchanged source costs little more than its bytes.
 */
export class RecordStager {
  readonly #mask: TextMask;
  readonly #report: ReportBuilder;
  /** Subject by hash of what the source told last. */
  readonly #known: ReadonlyMap<string, KnownRecord>;
  readonly #salt: string;
  readonly #names = new Set<string>();

  constructor(options: {
    mask: TextMask;
    report: ReportBuilder;
    known: ReadonlyMap<string, KnownRecord>;
  }) {
    this.#mask = options.mask;
    this.#report = options.report;
    this.#known = options.known;
    this.#salt = `${READING_VERSION} ${options.mask.fingerprint}`;
  }

  /** @param place - of the record in its source, for the report */
  stageRecord(record: unknown, place: string): StagedRow[] {
    return this.#stage(JSON.stringify(record) ?? 'null', place, () => record);
  }

  /** @param line - of JSON Lines */
  stageLine(line: string, place: string): StagedRow[] {
    return this.#stage(line, place, () => JSON.parse(line));
  }

  /** Counts what could not even be handed over. */
  refuse(reason: ReportedReason, place: string): void {
    this.#report.refuse(reason, place);
  }

  #stage(json: string, place: string, parse: () => unknown): StagedRow[] {
    const hash = this.#hash(json);
    const known = this.#known.get(hash);
    if (known) {
      this.#report.keep();
      return [{ ...known, hash, record: '{}' }];
    }
    let value: unknown;
    try {
      value = parse();
    } catch (error) {
      this.#report.refuse(
        REASONS.notJson,
        `${place}: ${isError(error) ? error.message.slice(0, 200) : ''}`,
      );
      return [];
    }
    const repairs: ReportedReason[] = [];
    if (mayBeUnstorable(json) || json.includes('\0')) {
      const repaired = repairTexts(value);
      if (JSON.stringify(repaired) !== JSON.stringify(value)) {
        repairs.push(REASONS.unstorable);
        value = repaired;
      }
    }
    const parsed = snapshotRecordSchema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      this.#report.refuse(
        REASONS.invalid,
        `${place} ${pointerTo(issue.path)}: ${issue.message.slice(0, 200)}`,
      );
      return [];
    }
    const masked = maskRecord(parsed.data, this.#mask);
    if (masked !== parsed.data) {
      repairs.push(REASONS.masked);
    }
    if (repairs.length > 0) {
      this.#report.repair(repairs, place);
    } else {
      this.#report.keep();
    }
    // What was repaired is read in full each time, so that it is counted.
    return this.#rowsOf(
      masked,
      repairs.length > 0 ? this.#hash(`repaired ${json}`) : hash,
    );
  }

  #hash(json: string): string {
    return createHash('sha256').update(this.#salt).update(json).digest('hex');
  }

  #rowsOf(record: SnapshotRecord, hash: string): StagedRow[] {
    switch (record.kind) {
      case 'dataset':
        return this.#dataset(record, hash);
      case 'edge': {
        const rows: StagedRow[] = [];
        const from = this.#name(record.from, rows);
        const to = this.#name(record.to, rows);
        rows.push(
          row('edge', `${from} ${to}`, { from, to, evidence: record.evidence }),
        );
        return rows;
      }
      case 'usage': {
        const rows: StagedRow[] = [];
        const key = this.#name(record.dataset, rows);
        rows.push(
          row('usage', JSON.stringify([key, record.day, record.user]), {
            key,
            day: record.day,
            user: record.user,
            queries: record.queries,
            amount: record.cost?.amount,
            currency: record.cost?.currency,
          }),
        );
        return rows;
      }
      case 'removal':
        return [removal(record)];
      default:
        return this.#asset(record, hash);
    }
  }

  #dataset(record: DatasetRecord, hash: string): StagedRow[] {
    const rows: StagedRow[] = [];
    const key = this.#name(record.id, rows);
    for (const alias of record.aliases ?? []) {
      const other = this.#name(alias, rows);
      if (other !== key) {
        rows.push(row('alias', key, { alias: other }));
      }
    }
    rows.push({
      kind: 'dataset',
      subject: key,
      hash,
      record: JSON.stringify(record),
    });
    return rows;
  }

  #asset(
    record: SavedQueryRecord | DashboardRecord,
    hash: string,
  ): StagedRow[] {
    const rows: StagedRow[] = [];
    const reads = new Set(
      record.reads?.map(dataset => this.#name(dataset, rows)),
    );
    rows.push({
      kind: 'asset',
      subject: assetSubject(record.kind, record.id),
      hash,
      record: JSON.stringify({ record, reads: [...reads] }),
    });
    return rows;
  }

  /** The key of a dataset, and its name to stage where that is news. */
  #name(told: DatasetId, rows: StagedRow[]): string {
    const id = canonicalDatasetId(told);
    const key = datasetKey(id);
    if (!this.#names.has(key)) {
      if (this.#names.size >= MAX_REMEMBERED_NAMES) {
        this.#names.clear();
      }
      this.#names.add(key);
      rows.push(row('name', key, { ...id, shortName: shortNameOf(told) }));
    }
    return key;
  }
}

/** What is stored of a source, found by its hash. */
export interface KnownRecord {
  readonly kind: 'dataset-same' | 'asset-same';
  readonly subject: string;
}

/** How an asset is named while it is staged. */
export function assetSubject(kind: string, id: string): string {
  return JSON.stringify([kind, id]);
}

function removal({ of }: RemovalRecord): StagedRow {
  switch (of.kind) {
    case 'dataset':
      return row('dataset-gone', datasetKey(canonicalDatasetId(of.id)), {});
    case 'edge': {
      const from = datasetKey(canonicalDatasetId(of.from));
      const to = datasetKey(canonicalDatasetId(of.to));
      return row('edge-gone', `${from} ${to}`, { from, to });
    }
    default:
      return row('asset-gone', assetSubject(of.kind, of.id), {});
  }
}

function row(
  kind: StagedRow['kind'],
  subject: string,
  record: object,
): StagedRow {
  return { kind, subject, hash: '', record: JSON.stringify(record) };
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}
