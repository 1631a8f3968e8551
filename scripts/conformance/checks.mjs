import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLogged } from './run-logged.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * The tests, in the order in which they run. `needs` names a test without
 * whose success this one has nothing to look at.
 *
 * @type {readonly { script: string, title: string, needs?: string }[]}
 */
export const CHECKS = [
  { script: 'yaml_files', title: 'PyYAML reads all YAML, no key twice' },
  {
    script: 'dbt_schemas',
    title: 'dbt files conform to the schemas of dbt v2',
  },
  { script: 'dbt_parse', title: 'dbt parse without warning or deprecation' },
  { script: 'dbt_build', title: 'dbt build of an empty database, all pass' },
  {
    script: 'dbt_columns',
    title: 'declared columns and types are the real ones',
    needs: 'dbt_build',
  },
  {
    script: 'dbt_marts',
    title: 'every mart tells owner, frequency, tier, definitions',
    needs: 'dbt_parse',
  },
  { script: 'dag_bag', title: 'Airflow imports every pipeline' },
  {
    script: 'free_texts',
    title: 'hostile texts come back as they were typed',
  },
];

/**
 * Runs one check on the copy of the repository.
 *
 * @param {string} script
 * @param {{ python: string, repository: string, scratch: string, log: string }} context
 * @returns {Promise<{ detail: string, problems: string[] }>} it passed when
 *   there is no problem
 */
export async function runCheck(script, { python, repository, scratch, log }) {
  const outcomePath = join(scratch, `${script}.json`);
  const { code, output } = await runLogged(
    python,
    [join(FOLDER, `${script}.py`), repository, outcomePath],
    { log, cwd: scratch, env: checkEnvironment(scratch) },
  );
  if (code !== 0 || !existsSync(outcomePath)) {
    const lines = output.trim().split('\n');
    return {
      detail: '',
      problems: [`the check ended with code ${code}`, ...lines.slice(-15)],
    };
  }
  return JSON.parse(readFileSync(outcomePath, 'utf8'));
}

/**
 * The environment of a check: the person's own, without the settings of their
 * dbt and Airflow, which would lead to another project or database.
 */
function checkEnvironment(scratch) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(DBT_|AIRFLOW_|PYTHON)/.test(name),
    ),
  );
  return {
    ...env,
    PYTHONUTF8: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    AIRFLOW_HOME: join(scratch, 'airflow'),
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    DBT_SEND_ANONYMOUS_USAGE_STATS: 'false',
    DO_NOT_TRACK: '1',
    SCARF_NO_ANALYTICS: 'true',
  };
}
