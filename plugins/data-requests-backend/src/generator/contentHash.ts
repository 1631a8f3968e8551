import { createHash } from 'node:crypto';
import type { FileChange } from '@suido/backstage-plugin-data-requests-common';

/**
 * SHA-256 over the sorted paths and contents of a change: two changes with one
 * hash write the same bytes.
 */
export function contentHash(files: readonly FileChange[]): string {
  const hash = createHash('sha256');
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of sorted) {
    const content = file.action === 'delete' ? '' : file.content;
    // Lengths keep one file's end from passing as the next one's beginning
    hash.update(
      `${file.action}\n${Buffer.byteLength(file.path)}\n${
        file.path
      }\n${Buffer.byteLength(content)}\n${content}\n`,
    );
  }
  return hash.digest('hex');
}
