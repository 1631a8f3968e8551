import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPrograms } from './find-program.mjs';
import { runLogged } from './run-logged.mjs';
import { Skipped } from './skipped.mjs';

/** What is installed, and nothing else: one environment for dbt and Airflow. */
export const REQUIREMENTS = [
  'dbt-core~=1.11.0',
  'dbt-duckdb',
  'apache-airflow==3.3.2',
  'dag-factory==1.1.0',
];

// The versions that dbt-core 1.11 and Airflow 3.3 both support.
const OLDEST_MINOR = 10;
const NEWEST_MINOR = 13;

const UNREACHABLE =
  /Retrying \(Retry\(|NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|SSLError|Max retries exceeded|Could not fetch URL/;

/**
 * The Python environment of the suite, made when it is absent or when the
 * requirements changed.
 *
 * @param {string} directory of the environment
 * @param {{ log: string, progress(text: string): void }} options
 * @returns {Promise<{ python: string, version: string, reused: boolean }>}
 * @throws Skipped without a usable Python or without PyPI
 */
export async function pythonEnvironment(directory, { log, progress }) {
  const python =
    process.platform === 'win32'
      ? join(directory, 'Scripts', 'python.exe')
      : join(directory, 'bin', 'python');
  const stampPath = join(directory, 'suido-requirements.json');
  const fingerprint = createHash('sha256')
    .update(REQUIREMENTS.join('\n'))
    .digest('hex');

  const stamp = readStamp(stampPath);
  if (stamp?.fingerprint === fingerprint) {
    // The Python that it was made from may have been removed since.
    const { code } = await runLogged(python, ['-c', 'import dbt, airflow'], {
      log,
    });
    if (code === 0) {
      return { python, version: stamp.version, reused: true };
    }
  }

  const base = await findPython(log);
  progress(`making an environment with Python ${base.version}`);
  rmSync(directory, { recursive: true, force: true });
  await mustRun(base.python, ['-m', 'venv', directory], log);

  progress(`installing ${REQUIREMENTS.join(' ')} (about a minute)`);
  await install(python, log);
  // Last, so that an installation that was cut off is made again.
  writeFileSync(
    stampPath,
    JSON.stringify({ fingerprint, version: base.version }),
  );
  return { python, version: base.version, reused: false };
}

async function findPython(log) {
  const names = ['python3', 'python'];
  for (let minor = NEWEST_MINOR; minor >= OLDEST_MINOR; minor--) {
    names.push(`python3.${minor}`);
  }
  const seen = [];
  for (const python of names.flatMap(name => findPrograms(name))) {
    // Debian ships Python without the module that makes environments, and a
    // version manager's shim may stand for a version that is not there.
    const { code, output } = await runLogged(
      python,
      [
        '-c',
        'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])',
      ],
      { log },
    );
    const version = output.trim();
    if (code !== 0) {
      seen.push(`${python} cannot make environments`);
      continue;
    }
    const [major, minor] = version.split('.').map(Number);
    if (major === 3 && minor >= OLDEST_MINOR && minor <= NEWEST_MINOR) {
      return { python, version };
    }
    seen.push(`${python} is ${version}`);
  }
  throw new Skipped(
    seen.length === 0
      ? 'no Python was found on the PATH'
      : `no usable Python was found on the PATH (${seen.join('; ')})`,
    `Install Python 3.${OLDEST_MINOR} to 3.${NEWEST_MINOR} with its venv module (Debian: apt install python3 python3-venv).`,
  );
}

async function install(python, log) {
  // The environment is inherited: pip's own settings (index, proxy,
  // certificates) come from there.
  const { code, output } = await runLogged(
    python,
    [
      ...['-m', 'pip', 'install', '--disable-pip-version-check'],
      ...['--no-input', '--progress-bar', 'off', '--retries', '2'],
      ...REQUIREMENTS,
    ],
    { log },
  );
  if (code === 0) {
    return;
  }
  if (UNREACHABLE.test(output)) {
    throw new Skipped(
      'PyPI cannot be reached',
      "Check the network, or point pip at your company's index (PIP_INDEX_URL).",
      { failsInCi: true },
    );
  }
  throw new Error(`pip could not install the requirements:\n${tail(output)}`);
}

async function mustRun(program, args, log) {
  const { code, output } = await runLogged(program, args, { log });
  if (code !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed:\n${tail(output)}`);
  }
}

function tail(output) {
  return output.trim().split('\n').slice(-15).join('\n');
}

function readStamp(path) {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
