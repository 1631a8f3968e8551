import type { ForgeSnapshot } from '@suido/backstage-plugin-data-requests-node';
import { FakeForge } from '../../__testUtils__/FakeForge';
import { snapshotOf } from './retailRepository';

/** A forge whose repository is a set of files in memory. */
export class SnapshotForge extends FakeForge {
  repositoryFiles: Readonly<Record<string, string>>;
  commitNumber = 1;
  reads = 0;

  constructor(files: Readonly<Record<string, string>>) {
    super();
    this.repositoryFiles = files;
  }

  async snapshot(): Promise<ForgeSnapshot> {
    const sha = String(this.commitNumber).padStart(40, '0');
    const snapshot = snapshotOf(this.repositoryFiles, sha);
    return {
      ...snapshot,
      read: path => {
        this.reads += 1;
        return snapshot.read(path);
      },
    };
  }

  async resolveOwner(handle: string): Promise<string | undefined> {
    return ['@sales', '@data-engineering'].includes(handle)
      ? `group:default/${handle.slice(1)}`
      : undefined;
  }
}
