import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../../../../examples/data-platform');

/** The files of the demo's repository, as they are on disk. */
export function readDemoFiles(): Readonly<Record<string, string>> {
  const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [
        relative(FOLDER, path).replace(/\\/g, '/'),
        readFileSync(path, 'utf8'),
      ]),
  );
}
