import type {
  ForgeSnapshot,
  ForgeTreeEntry,
} from '@suido/backstage-plugin-data-requests-node';
import type { GitRepository } from '../git/GitRepository';
import { fileAt, listFiles } from '../git/treeDiff';

const SIZE_CACHE_LIMIT = 50_000;

/** Sizes by blob id: an id names its content, so an entry is never outdated. */
const sizesBytes = new Map<string, number>();

/** One commit of a repository of the local forge. Links are not listed. */
export class LocalForgeSnapshot implements ForgeSnapshot {
  constructor(
    private readonly git: GitRepository,
    readonly commitSha: string,
  ) {}

  async list(prefix?: string): Promise<readonly ForgeTreeEntry[]> {
    const entries: ForgeTreeEntry[] = [];
    const files = await listFiles(this.git, this.commitSha, prefix);
    for (const { path, file } of files) {
      if (file.mode.startsWith('100')) {
        entries.push({ path, sizeBytes: await this.sizeBytes(file.oid) });
      }
    }
    return entries;
  }

  async read(path: string): Promise<string | undefined> {
    const bytes = await this.bytes(path);
    if (!bytes) {
      return undefined;
    }
    try {
      // A mark at the start is part of the content that changes compare with.
      const decoder = new TextDecoder('utf-8', {
        fatal: true,
        ignoreBOM: true,
      });
      return decoder.decode(bytes);
    } catch {
      // Not a text file.
      return undefined;
    }
  }

  /** Content of any file, `undefined` where there is none. */
  async bytes(path: string): Promise<Uint8Array | undefined> {
    const file = await fileAt(this.git, this.commitSha, path);
    return file?.mode.startsWith('100')
      ? await this.git.blob(file.oid)
      : undefined;
  }

  private async sizeBytes(oid: string): Promise<number> {
    const known = sizesBytes.get(oid);
    if (known !== undefined) {
      return known;
    }
    const size = (await this.git.blob(oid)).byteLength;
    if (sizesBytes.size >= SIZE_CACHE_LIMIT) {
      sizesBytes.clear();
    }
    sizesBytes.set(oid, size);
    return size;
  }
}
