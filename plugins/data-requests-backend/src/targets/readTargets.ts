import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import type { TargetConfig } from './TargetConfig';

const DIALECTS: readonly TargetConfig['dialect'][] = [
  'duckdb',
  'postgres',
  'bigquery',
  'snowflake',
];
const ID_PATTERN = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * The targets of `dataRequests.targets`.
 * @throws `InputError` that names the key, what is wrong, and what it may be
 */
export function readTargets(config: Config): TargetConfig[] {
  const targets = (
    config.getOptionalConfigArray('dataRequests.targets') ?? []
  ).map((target, index) =>
    readTarget(target, `dataRequests.targets[${index}]`),
  );
  const ids = new Set<string>();
  for (const { id } of targets) {
    if (ids.has(id)) {
      throw new InputError(
        `'dataRequests.targets' has two targets with the id '${id}'; requests are stored by it, so give each its own.`,
      );
    }
    ids.add(id);
  }
  return targets;
}

function readTarget(config: Config, key: string): TargetConfig {
  const id = config.getString('id');
  if (!ID_PATTERN.test(id)) {
    throw new InputError(
      `'${key}.id' is '${id}', but must be a lower case letter followed by at most 62 letters, digits and '-'.`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    forge: config.getString('forge'),
    repository: config.getString('repository'),
    baseBranch: config.getOptionalString('baseBranch') ?? 'main',
    projectPath: readFolder(
      config.getOptionalString('projectPath') ?? '.',
      `${key}.projectPath`,
    ),
    kind: readChoice(config.getOptionalString('kind') ?? 'dbt', ['dbt'], {
      key: `${key}.kind`,
    }),
    dialect: readChoice(config.getString('dialect'), DIALECTS, {
      key: `${key}.dialect`,
    }),
    datasetNamespace: config.getString('datasetNamespace'),
    database: config.getString('database'),
    schema: config.getString('schema'),
    allowedPaths: readAllowedPaths(config, key),
    reviewersFallback: readReviewers(config, key),
  };
}

function readChoice<T extends string>(
  value: string,
  choices: readonly T[],
  { key }: { key: string },
): T {
  const choice = choices.find(each => each === value);
  if (!choice) {
    throw new InputError(
      `'${key}' is '${value}', but must be one of: ${choices.join(', ')}.`,
    );
  }
  return choice;
}

function readAllowedPaths(config: Config, key: string): string[] {
  const paths = config
    .getStringArray('allowedPaths')
    .map((path, index) => readFolder(path, `${key}.allowedPaths[${index}]`));
  if (paths.length === 0 || paths.includes('.')) {
    throw new InputError(
      `'${key}.allowedPaths' must name at least one folder below the root of the repository; requests may write nowhere else.`,
    );
  }
  return paths;
}

function readReviewers(config: Config, key: string): string[] {
  const refs = config.getOptionalStringArray('reviewersFallback') ?? [];
  for (const [index, ref] of refs.entries()) {
    try {
      parseEntityRef(ref);
    } catch {
      throw new InputError(
        `'${key}.reviewersFallback[${index}]' is '${ref}', but must be an entity ref such as 'group:default/data-engineering'.`,
      );
    }
  }
  return refs;
}

/** A folder of a repository without a slash at its end; `.` is the root. */
function readFolder(value: string, key: string): string {
  const path = value.replace(/\/+$/, '') || '.';
  const parts = path.split('/');
  const isPlain =
    path === '.' ||
    parts.every(part => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || path.includes('\\')) {
    throw new InputError(
      `'${key}' is '${value}', but must be a folder from the root of the repository, such as 'transform/models', without '..' or a leading '/'.`,
    );
  }
  return path;
}
