import { parseDocument } from 'yaml';

/** More than any hand-written properties file has; keeps junk cheap. */
const MAX_LENGTH_CHARS = 2_000_000;
/** Aliases may multiply; beyond this it is an attack, not a file. */
const MAX_ALIAS_COUNT = 100;

/** A YAML text as plain data, or why it is not. */
export interface ParsedYaml {
  /** Mappings are `Map`s, so no key can reach a prototype. */
  readonly value: unknown;
  readonly problems: readonly string[];
}

/**
 * Parses one YAML document without ever throwing.
 *
 * @remarks
 * A doubled key is a problem but does not lose the file: the last one wins, as
 * in dbt. Anything else that breaks YAML gives `value: undefined`.
 */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > MAX_LENGTH_CHARS) {
    return broken(`is longer than ${MAX_LENGTH_CHARS} characters`);
  }
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), {
      merge: true,
      prettyErrors: true,
      logLevel: 'error',
    });
    const fatal = document.errors.find(error => error.code !== 'DUPLICATE_KEY');
    if (fatal) {
      return broken(firstLine(fatal.message));
    }
    return {
      value: document.toJS({ mapAsMap: true, maxAliasCount: MAX_ALIAS_COUNT }),
      problems: document.errors.map(error => firstLine(error.message)),
    };
  } catch (error) {
    // Too many aliases, or nested deeper than the stack
    return broken(
      error instanceof Error ? firstLine(error.message) : 'unknown',
    );
  }
}

function broken(reason: string): ParsedYaml {
  return {
    value: undefined,
    problems: [`The YAML cannot be read and is skipped: ${reason}`],
  };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/:$/, '');
}
