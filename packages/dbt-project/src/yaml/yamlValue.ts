/** A mapping of a YAML file or of a Jinja literal. */
export type YamlMap = ReadonlyMap<unknown, unknown>;

/** The mapping itself, an empty one for anything else. */
export function mapOf(value: unknown): YamlMap {
  return value instanceof Map ? value : new Map();
}

/** The elements of a list, nothing for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What stands at a path of keys, `undefined` where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => mapOf(found).get(key), value);
}

/** A text that is not blank; numbers and booleans as they are written. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Whether the text holds Jinja that only dbt could render. */
export function hasJinja(value: unknown): boolean {
  return typeof value === 'string' && /\{[{%#]/.test(value);
}

/** A text without Jinja, trimmed. */
export function literalOf(value: unknown): string | undefined {
  return hasJinja(value) ? undefined : textOf(value)?.trim();
}

/** `true`/`false`, also in YAML 1.1 spelling, which dbt reads. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') {
    return value;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (/^(?:true|yes|on)$/i.test(value.trim())) {
    return true;
  }
  return /^(?:false|no|off)$/i.test(value.trim()) ? false : undefined;
}
