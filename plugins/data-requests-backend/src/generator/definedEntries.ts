/** Without the keys that have nothing to say. */
export function defined(entries: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined),
  );
}
