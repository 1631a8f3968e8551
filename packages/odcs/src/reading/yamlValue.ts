/** A mapping of a YAML text. */
export type YamlMap = ReadonlyMap<unknown, unknown>;

/** The mapping itself, an empty one for anything else. */
export function mapOf(value: unknown): YamlMap {
  return value instanceof Map ? value : new Map();
}

/** The elements of a list, nothing for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is not blank, trimmed; numbers as they are written. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return String(value);
  }
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}

/** The texts of a list, each once. */
export function textsOf(value: unknown): string[] {
  return [...new Set(listOf(value).flatMap(each => textOf(each) ?? []))];
}

/** Value of a custom property. */
export function customProperty(owner: YamlMap, property: string): unknown {
  return listOf(owner.get('customProperties'))
    .map(mapOf)
    .find(each => each.get('property') === property)
    ?.get('value');
}
