import { PORTAL } from './merge/Facts';

/**
 * Refuses sources that could be taken for each other.
 * @throws an error that names the id and the cure
 */
export function requireDistinct(
  sources: readonly { readonly id: string; readonly kind: string }[],
): void {
  const seen = new Map<string, string>();
  for (const { id, kind } of sources) {
    const other = seen.get(id);
    if (other !== undefined || id === PORTAL) {
      throw new Error(
        other === undefined
          ? `A source of kind '${kind}' is called '${id}', which is the portal itself; call it otherwise in the configuration.`
          : `Two sources are called '${id}' (of kinds '${other}' and '${kind}'); give each an id of its own in the configuration.`,
      );
    }
    seen.set(id, kind);
  }
}
