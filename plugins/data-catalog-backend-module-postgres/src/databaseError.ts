import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { DatabaseAddress } from './DatabaseSession';

/** What to do, by SQLSTATE or by the code of the network's error. */
const CURES: Readonly<Record<string, string>> = {
  '28P01': 'Correct the user or the password of its connection',
  '28000': 'Allow the user to connect, in pg_hba.conf, or correct it',
  '3D000': 'Correct the database of its connection',
  '42501': 'Grant the user connect on the database',
  '53300': 'The server has no connection left; the next reading tries again',
  '57014': 'A query took too long; raise statementTimeoutMs',
  '55P03':
    'A table is locked, by a migration for instance; the next reading tries again',
  ECONNREFUSED: 'See that the server runs, and that host and port are right',
  ENOTFOUND: 'Correct the host of its connection',
  ETIMEDOUT: 'See that the server can be reached from the backend',
};

const OTHER_CURE =
  'See that the server runs and can be reached; the next reading tries again';

/**
 * Why a database could not be read, and what to do; without the connection's
 * secrets, and without the error itself, which may carry them.
 */
export function databaseError(
  error: unknown,
  options: {
    sourceId: string;
    address: DatabaseAddress;
    secrets: readonly (string | null | undefined)[];
  },
): Error {
  const { sourceId, address, secrets } = options;
  const { host, port, database } = address;
  const cause = firstCause(error);
  const code = isError(cause) ? String(cause.code) : '';
  const reason = secrets.reduce<string>(
    (text, secret) => (secret ? text.split(secret).join('***') : text),
    isError(cause) ? cause.message || code : 'unknown',
  );
  return new ServiceUnavailableError(
    `PostgreSQL database ${database} at ${host}:${port} cannot be read: ${reason}. ${
      CURES[code] ?? OTHER_CURE
    } (dataCatalog.postgres.databases, id ${sourceId}).`,
  );
}

/** A host with several addresses fails once for each. */
function firstCause(error: unknown): unknown {
  return isError(error) && Array.isArray(error.errors)
    ? error.errors[0]
    : error;
}
