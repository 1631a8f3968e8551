import { Fields } from '../fields/Fields';
import type { SectionPlan } from '../json/JsonSlicer';
import { relationOf } from '../manifest/describe';
import type { ReasonLedger, RecordScope } from '../reasons/ReasonLedger';
import type { TableRecord, WarehouseColumn } from '../records/TableRecord';
import type { JsonValue } from '../records/shared';
import type { ArtifactKind, Item, RecordReader } from './ArtifactKind';
import { DbtMetadata, stampOf } from './dbtStamp';

const NEWEST_VERSION = 1;

class CatalogReader implements RecordReader {
  readonly #ledger: ReasonLedger;
  readonly #head: DbtMetadata;
  readonly #ids = new Set<string>();

  constructor(ledger: ReasonLedger) {
    this.#ledger = ledger;
    this.#head = new DbtMetadata('catalog', NEWEST_VERSION, ledger);
  }

  get version() {
    return this.#head.version;
  }

  get metadata() {
    return this.#head.metadata;
  }

  plan(section: string): SectionPlan {
    if (section === 'metadata' || section === 'errors') {
      return 'value';
    }
    return section === 'nodes' || section === 'sources' ? 'records' : 'skip';
  }

  value(section: string, value: unknown, scope: RecordScope): void {
    if (section === 'metadata') {
      this.#head.read(value, scope);
    } else if (Array.isArray(value)) {
      value.forEach(error => this.#ledger.note('catalog-error', String(error)));
    } else if (value !== null) {
      this.#ledger.note('catalog-error', 'errors');
    }
  }

  read(item: Item, scope: RecordScope): readonly TableRecord[] {
    const fields = Fields.of(item.value, scope);
    if (!fields) {
      return [];
    }
    const uniqueId = fields.text('unique_id') ?? item.key;
    if (uniqueId === undefined) {
      scope.refuse('missing-field', 'unique_id');
      return [];
    }
    if (!fields.has('unique_id')) {
      scope.repair('id-from-key', 'unique_id');
    }
    scope.at = uniqueId;
    const metadata = fields.object('metadata');
    const relation = relationOf({
      database: metadata.text('database'),
      schema: metadata.text('schema'),
      identifier: metadata.text('name'),
    });
    if (!relation) {
      scope.refuse('missing-field', 'metadata.name');
      return [];
    }
    if (this.#ids.has(uniqueId)) {
      scope.refuse('duplicate-record');
      return [];
    }
    this.#ids.add(uniqueId);
    return [
      {
        record: 'table',
        uniqueId,
        relation,
        type: metadata.text('type'),
        owner: metadata.text('owner'),
        comment: metadata.text('comment'),
        columns: readColumns(fields),
        statistics: readStatistics(fields),
      },
    ];
  }

  finish(): void {
    this.#head.finish();
  }
}

// dbt numbers from 1, some adapters from 0 and some not at all
function readColumns(fields: Fields): readonly WarehouseColumn[] {
  return fields
    .objects('columns')
    .flatMap(({ key, fields: column }, index) => {
      const name = column.text('name') ?? key;
      return name
        ? [
            {
              name,
              type: column.text('type'),
              comment: column.text('comment'),
              order: column.number('index') ?? index,
            },
          ]
        : [];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ order, ...column }, index) => ({ ...column, position: index + 1 }));
}

// `include` says whether the adapter found anything; some write a count there
function readStatistics(fields: Fields): { readonly [id: string]: JsonValue } {
  const statistics: [string, JsonValue][] = [];
  for (const { key, fields: statistic } of fields.objects('stats')) {
    const id = statistic.text('id') ?? key;
    const value = statistic.any('value');
    if (id && value !== undefined && statistic.any('include')) {
      statistics.push([id, value]);
    }
  }
  return Object.fromEntries(statistics);
}

/** `catalog.json`, which `dbt docs generate` writes. */
export const DBT_CATALOG: ArtifactKind = {
  kind: 'dbt-catalog',
  layouts: ['sections'],
  recognises({ keys, recordKeys, texts, ...outline }) {
    const hasTables = ['nodes', 'sources'].some(
      section =>
        recordKeys.get(section)?.has('columns') ||
        recordKeys.get(section)?.has('stats'),
    );
    const hasSections = keys.includes('nodes') || keys.includes('sources');
    return (
      hasTables ||
      (hasSections && keys.includes('errors')) ||
      stampOf({ keys, recordKeys, texts, ...outline })?.artifact === 'catalog'
    );
  },
  createReader: (_outline, ledger) => new CatalogReader(ledger),
};
