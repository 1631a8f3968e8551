import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';
import { run } from '../process/run.mjs';
import { programOf } from './binaries.mjs';
import { postgresEnvironment } from './environment.mjs';

export const SUPERUSER = 'postgres';

// UTF-8 whatever LANG says, and full-width case folding: with the settings of
// an empty environment a cluster would be SQL_ASCII. The first choice needs a
// C.UTF-8 locale of the C library (glibc has it), the second needs nothing.
const LOCALES = [
  ['--locale-provider=builtin', '--locale=C.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
];
// PostgreSQL before 17 has no built-in provider.
const OLDER_LOCALES = [['--locale=C.UTF-8'], ['--locale=C']];

/**
 * Creates the cluster when there is none. It is made beside its place and
 * renamed, so that an interrupted start leaves nothing half-made.
 *
 * @param {import('./location.mjs').Location} location
 * @param {string} password of the superuser
 * @param {{ majorVersion?: number }} [options]
 */
export async function initialiseCluster(
  location,
  password,
  { majorVersion = 18 } = {},
) {
  const { dataDirectory, account } = location;
  assertOwnData(dataDirectory, account);
  if (existsSync(join(dataDirectory, 'PG_VERSION'))) {
    assertVersion(dataDirectory, majorVersion);
    return;
  }
  const making = `${dataDirectory}.new`;
  const locales = majorVersion >= 17 ? LOCALES : OLDER_LOCALES;
  let failure = '';
  for (const locale of locales) {
    const { code, output } = await initdb(location, making, password, locale);
    if (code === 0) {
      rmSync(dataDirectory, { recursive: true, force: true });
      renameSync(making, dataDirectory);
      return;
    }
    failure = output;
    if (!output.includes('invalid locale')) {
      break;
    }
  }
  rmSync(making, { recursive: true, force: true });
  throw new Problem(text('postgres.initdb', { directory: dataDirectory }), {
    details: failure.trimEnd().split('\n').slice(-12).join('\n'),
  });
}

async function initdb(location, directory, password, locale) {
  const { programDirectory, account } = location;
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${directory}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(directory, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    return await run(
      programOf(programDirectory, 'initdb'),
      [
        `--pgdata=${directory}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale,
      ],
      { ...account, cwd: directory, env: postgresEnvironment() },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Throws a {@link Problem} when the data is not ours to open. As root it is:
 * its owner was taken as the account. Windows has no uid.
 *
 * @param {string} dataDirectory
 * @param {import('./account.mjs').Account} [account]
 */
export function assertOwnData(dataDirectory, account) {
  const owner = statSync(dataDirectory, { throwIfNoEntry: false });
  const isForeign = owner && !account && owner.uid !== process.getuid?.();
  if (isForeign && process.getuid) {
    throw new Problem(
      text('permission.data', { directory: dataDirectory, uid: owner.uid }),
      { cure: text('permission.data.cure') },
    );
  }
}

function assertVersion(dataDirectory, expected) {
  const found = readFileSync(join(dataDirectory, 'PG_VERSION'), 'utf8').trim();
  if (found !== String(expected)) {
    throw new Problem(
      text('postgres.version', { directory: dataDirectory, found, expected }),
      { cure: text('postgres.version.cure') },
    );
  }
}
