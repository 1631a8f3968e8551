import { mapOf } from '../yaml/yamlValue';
import { findCalls } from './calls';
import { tokenizeJinja, type JinjaBlock } from './tokenize';

/** What a model's SQL says of itself. */
export interface ModelSql {
  /** Models and `source.table`s, in order of their first mention. */
  readonly dependsOn: readonly string[];
  /** Arguments of `config(…)`, later calls over earlier ones. */
  readonly config: ReadonlyMap<unknown, unknown>;
  readonly problems: readonly string[];
}

const FUNCTIONS: ReadonlySet<string> = new Set(['ref', 'source', 'config']);

/** More than any model has; keeps junk cheap. */
const MAX_LENGTH_CHARS = 1_000_000;

/** Finds `ref`, `source` and `config` in a model's SQL without running it. */
export function readModelSql(sql: string): ModelSql {
  if (sql.length > MAX_LENGTH_CHARS) {
    return {
      dependsOn: [],
      config: new Map(),
      problems: [`The SQL is longer than ${MAX_LENGTH_CHARS} characters`],
    };
  }
  const { blocks, complete } = tokenizeJinja(sql);
  const model = readModelBlocks(blocks);
  return complete
    ? model
    : {
        ...model,
        problems: [...model.problems, 'A Jinja block is never closed'],
      };
}

/** As {@link readModelSql}, of blocks that were cut out of a larger file. */
export function readModelBlocks(blocks: readonly JinjaBlock[]): ModelSql {
  const dependsOn = new Set<string>();
  const config = new Map<unknown, unknown>();
  const problems: string[] = [];
  for (const call of findCalls(blocks, FUNCTIONS)) {
    if (call.name === 'config') {
      const dictionary = mapOf(call.positional[0]);
      for (const [key, value] of [...dictionary, ...call.named]) {
        if (value !== undefined) {
          config.set(key, value);
        }
      }
      continue;
    }
    const name = dependencyOf(call.name, call.positional);
    if (name) {
      dependsOn.add(name);
    } else {
      problems.push(
        `A ${call.name}() is skipped: its name is not written out as a text`,
      );
    }
  }
  return { dependsOn: [...dependsOn], config, problems };
}

function dependencyOf(
  name: string,
  positional: readonly unknown[],
): string | undefined {
  const texts = positional.filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  if (texts.length !== positional.length) {
    return undefined;
  }
  if (name === 'source') {
    return texts.length === 2 ? texts.join('.') : undefined;
  }
  // ref('model') or ref('package', 'model')
  return texts.length === 1 || texts.length === 2 ? texts.at(-1) : undefined;
}
