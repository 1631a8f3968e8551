import { parseDocument } from 'yaml';
import type { ContractProblem } from './Contract';
import { mapOf, type YamlMap } from './yamlValue';

/** More than the largest contract that is kept by hand. */
const MAX_LENGTH_CHARS = 5_000_000;
/** Aliases may multiply; beyond this it is an attack, not a contract. */
const MAX_ALIAS_COUNT = 100;

/**
 * A contract's text as plain data; mappings are `Map`s, so no key can reach a
 * prototype. Never throws.
 */
export function parseContractYaml(text: string): {
  root?: YamlMap;
  problems: ContractProblem[];
} {
  if (text.length > MAX_LENGTH_CHARS) {
    return broken(`The file is longer than ${MAX_LENGTH_CHARS} characters`);
  }
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), {
      logLevel: 'error',
    });
    const fatal = document.errors.find(error => error.code !== 'DUPLICATE_KEY');
    if (fatal) {
      return broken(firstLine(fatal.message));
    }
    const value: unknown = document.toJS({
      mapAsMap: true,
      maxAliasCount: MAX_ALIAS_COUNT,
    });
    return {
      root: mapOf(value),
      problems: document.errors.map(error => ({
        code: 'duplicate-key',
        at: '',
        message: firstLine(error.message),
      })),
    };
  } catch (error) {
    // Too many aliases, or nested deeper than the stack
    return broken(firstLine(String(error)));
  }
}

function broken(reason: string): { problems: ContractProblem[] } {
  return {
    problems: [
      {
        code: 'broken',
        at: '',
        message: `The YAML cannot be read: ${reason}`,
      },
    ],
  };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/:$/, '');
}
