import type {
  ArtifactRecord,
  DatasetRecord,
  ExposureRecord,
  GroupRecord,
  TableRecord,
  TestRecord,
} from '@suido/dbt-artifacts';

/** What a run of dbt left behind, by dbt's own ids. */
export class DbtArtifacts {
  readonly datasets = new Map<string, DatasetRecord>();
  readonly tables = new Map<string, TableRecord>();
  readonly groups = new Map<string, GroupRecord>();
  readonly tests = new Map<string, TestRecord[]>();
  readonly loadedAt = new Map<string, string>();
  readonly exposures: ExposureRecord[] = [];

  /** Takes what the catalog has a place for; the rest is not kept. */
  add(record: ArtifactRecord): void {
    switch (record.record) {
      case 'dataset':
        this.datasets.set(record.uniqueId, record);
        break;
      case 'table':
        if (record.uniqueId) {
          this.tables.set(record.uniqueId, record);
        }
        break;
      case 'group':
        this.groups.set(record.name, record);
        break;
      case 'test':
        this.#addTest(record);
        break;
      case 'freshness':
        if (record.loadedAt) {
          this.loadedAt.set(record.uniqueId, record.loadedAt);
        }
        break;
      case 'exposure':
        this.exposures.push(record);
        break;
      default:
    }
  }

  /** Before dbt 1.5 a test says only what it reads; the first is what it is of. */
  #addTest(test: TestRecord): void {
    const subject = test.attachedTo ?? test.upstream[0];
    if (subject) {
      this.tests.set(subject, [...(this.tests.get(subject) ?? []), test]);
    }
  }
}
