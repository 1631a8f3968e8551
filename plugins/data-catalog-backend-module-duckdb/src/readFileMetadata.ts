import { isError, ServiceUnavailableError } from '@backstage/errors';
import { DuckDBInstance } from '@duckdb/node-api';
import {
  readDuckDbMetadata,
  type DuckDbMetadata,
} from '@suido/duckdb-metadata';
import type { FileConfig } from './readFileConfigs';

/** It can write nothing, open no other file, load nothing and be set no other way. */
const OPTIONS = {
  access_mode: 'READ_ONLY',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
  memory_limit: '512MB',
  threads: '1',
};

const CURES: readonly (readonly [RegExp, string])[] = [
  [
    /lock/i,
    'Another process has it open for writing, and DuckDB lets nobody read it meanwhile: close it there, give the path of a copy, or have that process push its metadata',
  ],
  [
    /not a valid DuckDB database/i,
    'Give the path of a file that DuckDB has written',
  ],
  [
    /storage version|newer version|older version/i,
    'Write it with a version of DuckDB that this one can read',
  ],
  [/permission denied/i, 'Let the backend’s user read the file'],
];

const OTHER_CURE = 'See that DuckDB itself can open it read-only';

/**
 * Opens a file, reads what it holds, and closes it.
 *
 * @throws ServiceUnavailableError where it cannot be opened, with what to do
 */
export async function readFileMetadata(
  { id, path }: FileConfig,
  signal: AbortSignal,
): Promise<DuckDbMetadata> {
  const instance = await DuckDBInstance.create(path, OPTIONS).catch(error => {
    const reason = isError(error) ? error.message.split('\n', 1)[0] : 'unknown';
    const [, cure] = CURES.find(([pattern]) => pattern.test(reason)) ?? [
      undefined,
      OTHER_CURE,
    ];
    throw new ServiceUnavailableError(
      `${path} cannot be read: ${reason} ${cure} (dataCatalog.duckdb.files, id ${id}).`,
    );
  });
  const connection = await instance.connect();
  const stop = () => connection.interrupt();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await connection.run('begin transaction read only');
    return await readDuckDbMetadata(async sql => {
      signal.throwIfAborted();
      return (await connection.runAndReadAll(sql)).getRowsJson();
    });
  } finally {
    signal.removeEventListener('abort', stop);
    connection.closeSync();
    instance.closeSync();
  }
}
