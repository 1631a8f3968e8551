/**
 * What PostgreSQL may see of our environment: enough to find its libraries and
 * a temporary folder, nothing that changes its language, encoding or zone.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function postgresEnvironment() {
  const kept = [
    'PATH',
    'Path',
    'SystemRoot',
    'SystemDrive',
    'TEMP',
    'TMP',
    'LD_LIBRARY_PATH',
    'DYLD_LIBRARY_PATH',
  ];
  const env = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of kept) {
    if (process.env[name] !== undefined) {
      env[name] = process.env[name];
    }
  }
  return env;
}
