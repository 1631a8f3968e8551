/**
 * The language that the launcher speaks, from the same variables, in the same
 * order, as every other Unix program; SUIDO_LANGUAGE overrides them.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {'en' | 'ja'}
 */
export function languageOf(env) {
  const value =
    env.SUIDO_LANGUAGE || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^ja/i.test(value) ? 'ja' : 'en';
}
