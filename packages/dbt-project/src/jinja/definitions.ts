import { tokenizeJinja, type JinjaBlock } from './tokenize';

/** A `{% macro name(…) %}`, `{% test name(…) %}` or `{% snapshot name %}`. */
export interface JinjaDefinition {
  readonly kind: 'macro' | 'test' | 'snapshot';
  readonly name: string;
  /** The blocks up to its end. */
  readonly body: readonly JinjaBlock[];
}

const KINDS: ReadonlyMap<string, JinjaDefinition['kind']> = new Map([
  ['macro', 'macro'],
  ['test', 'test'],
  ['data_test', 'test'],
  ['snapshot', 'snapshot'],
]);

/** The macros, generic tests and snapshots that a file defines. */
export function findDefinitions(sql: string): readonly JinjaDefinition[] {
  const definitions: JinjaDefinition[] = [];
  let body: JinjaBlock[] | undefined;
  for (const block of tokenizeJinja(sql).blocks) {
    const [keyword, name] = block.kind === 'statement' ? block.tokens : [];
    const kind = KINDS.get(keyword?.value ?? '');
    if (kind && name?.kind === 'name') {
      body = [];
      definitions.push({ kind, name: name.value, body });
    } else if (
      /^end(?:macro|test|data_test|snapshot)$/.test(keyword?.value ?? '')
    ) {
      body = undefined;
    } else {
      body?.push(block);
    }
  }
  return definitions;
}

/** Names of the generic tests among the definitions, sorted. */
export function genericTestsOf(
  definitions: readonly JinjaDefinition[],
): readonly string[] {
  const names = definitions.flatMap(({ kind, name }) => {
    if (kind === 'test') {
      return [name];
    }
    // Written as a macro before `{% test %}` existed; dbt still takes it
    return kind === 'macro' && name.startsWith('test_') ? [name.slice(5)] : [];
  });
  return [...new Set(names)].sort();
}
